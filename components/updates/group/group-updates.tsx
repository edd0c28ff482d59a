'use client'

import Link from 'next/link'

import { useGroup } from '#components/shell/use-group.ts'
import { useLineKeys } from '#components/shell/use-line-keys.ts'
import { Avatar } from '#components/ui/avatar.tsx'
import { Empty } from '#components/ui/state.tsx'
import type { StatusUpdate } from '#lib/contract/updates.ts'
import { confidenceWords } from '#lib/domain/confidence.ts'
import { subjectSign } from '#lib/domain/subjects.ts'
import { epicLink, issueLink } from '#lib/kit/links.ts'

import { ConfidenceMark } from '#components/confidence/confidence-mark.tsx'
import { whenText } from '../update-text.ts'

type Props = { group: string; updates: readonly StatusUpdate[]; isNow: boolean }

/** Each update in full, also what is next: blocked first, then with falling confidence, then the rest. */
export function GroupUpdates({ group, updates, isNow }: Props) {
  useLineKeys({ title: 'Updates' })
  if (updates.length === 0)
    return (
      <Empty title={isNow ? 'No updates this week yet' : 'No updates in this week'}>
        {isNow && <p>Each DRI of active work posts one. Updates show here as they are posted.</p>}
      </Empty>
    )
  return (
    <ul aria-label="Updates in full" className="flex flex-col gap-3">
      {updates.map((update) => (
        <FullUpdate key={update.subject} group={group} update={update} />
      ))}
    </ul>
  )
}

function FullUpdate({ group, update }: { group: string; update: StatusUpdate }) {
  const { kind, ref, title, author, progress, blockers, next, confidence, milestone } = update
  const { zone, today } = useGroup(group)
  const parts = [
    ['Progress', progress],
    ['Blockers', blockers === '' ? 'None' : blockers],
    ['Next', next === '' ? '–' : next],
  ] as const
  return (
    <li className="flex flex-col gap-2 rounded-lg border border-line bg-surface px-3.5 py-2.5 focus-within:border-accent print:break-inside-avoid">
      <div className="flex flex-wrap items-center gap-x-[9px] gap-y-1">
        <span className="num text-xs text-ink-3">{subjectSign({ kind, ref })}</span>
        <h2 className="min-w-0 text-sm font-semibold text-pretty">
          <Link
            dir="auto"
            href={kind === 'epic' ? epicLink(group, ref) : issueLink(group, ref)}
            prefetch={false}
            className="hover:underline"
          >
            {title}
          </Link>
        </h2>
        <span className="flex-1" />
        <Avatar face={author} size="sm" silent />
        <span className="num text-xs text-ink-3">
          <bdi>{author.name}</bdi>, {whenText(zone, update.editedAt ?? update.postedAt, today)}
          {update.editedAt !== null && ', edited'}
        </span>
      </div>
      <dl className="grid gap-x-4 gap-y-1.5 sm:grid-cols-3">
        {parts.map(([label, text]) => (
          <div key={label} className="min-w-0">
            <dt className="text-xs font-medium text-ink-3">{label}</dt>
            <dd dir="auto" className="whitespace-pre-line text-pretty wrap-anywhere">
              {text}
            </dd>
          </div>
        ))}
      </dl>
      <p className="flex flex-wrap items-center gap-x-1.5 text-xs text-ink-2">
        <span>
          Confidence
          {milestone !== null && (
            <>
              {' '}
              for <bdi>{milestone}</bdi>
            </>
          )}
          :
        </span>
        <b className="inline-flex items-center gap-1 font-medium text-ink">
          <ConfidenceMark confidence={confidence} />
          {confidenceWords(confidence)}
        </b>
      </p>
    </li>
  )
}

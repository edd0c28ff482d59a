'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useState } from 'react'

import { Button } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { lazyPopup } from '#components/ui/popups/lazy-popup.tsx'
import { Weight } from '#components/ui/tag.tsx'
import type { LinkFacts } from '#lib/contract/links.ts'
import { closeReasonTitle } from '#lib/domain/issues.ts'
import { linkText } from '#lib/domain/links.ts'
import { may } from '#lib/domain/permissions.ts'
import type { Actor } from '#lib/domain/permissions.ts'
import { issueLink } from '#lib/kit/links.ts'

import { useLinkActs } from './link-acts.ts'
import { linksRead } from './links-read.ts'

const LinkDialog = lazyPopup(async () => (await import('./link-dialog.tsx')).LinkDialog)

type Props = { group: string; issue: number; actor: Actor }

/** What an issue has to do with others, grouped by how it stands to them; what it waits for comes first. */
export function IssueLinks({ group, issue, actor }: Props) {
  const { data, error } = useQuery(linksRead(group, issue))
  const acts = useLinkActs(group)
  const [adding, setAdding] = useState(false)
  const mayLink = may(actor, 'issue.edit')
  const byRole = [...Map.groupBy(data?.items ?? [], ({ role }) => role)]
  return (
    <section aria-label="Links" className="border-t border-line pt-3">
      <div className="flex min-h-6 items-center justify-between pb-1">
        <h2 className="text-xs font-medium text-ink-3">Links</h2>
        {mayLink && (
          <Button
            size="sm"
            kind="quiet"
            className="-mr-2"
            onPointerEnter={LinkDialog.ahead}
            onClick={() => setAdding(true)}
          >
            Link…
          </Button>
        )}
      </div>
      {error && <p className="text-ink-2">Could not load the links. Try again in a moment.</p>}
      {data?.items.length === 0 && <p className="text-ink-3">No links.</p>}
      {byRole.map(([role, links]) => (
        <div key={role} className="pb-1.5">
          <h3 className="pb-0.5 text-2xs font-medium text-ink-3">{sentenceCase(linkText(role))}</h3>
          <ul className="flex flex-col">
            {links.map((link) => (
              <Line
                key={link.other.ref}
                group={group}
                link={link}
                onRemove={mayLink ? () => void acts.remove(issue, role, link.other.ref) : null}
              />
            ))}
          </ul>
        </div>
      ))}
      {adding && (
        <LinkDialog
          group={group}
          issue={issue}
          onLink={(role, other) => acts.add(issue, role, other)}
          onClose={() => setAdding(false)}
        />
      )}
    </section>
  )
}

/** Handbook › Raising hands early: blocked work comes first. What it waits for, as long as that is open. */
export function WaitsFor({ group, issue }: { group: string; issue: number }) {
  const { data } = useQuery(linksRead(group, issue))
  const open = data?.items.filter(({ role, other }) => role === 'blocked_by' && other.state === 'open') ?? []
  if (open.length === 0) return null
  return (
    <p className="flex items-start gap-2 rounded-sm bg-bad-soft px-2.5 py-1.5 text-bad">
      <Icon name="blocked" className="mt-0.5 size-3.5" />
      <span className="min-w-0 wrap-anywhere">
        Blocked by{' '}
        {open.map(({ other }, at) => (
          <span key={other.ref}>
            {at > 0 && (at === open.length - 1 ? ' and ' : ', ')}
            <Link href={issueLink(group, other.ref)} prefetch={false} className="font-medium underline">
              #{other.ref} {other.title}
            </Link>
          </span>
        ))}
      </span>
    </p>
  )
}

type LineProps = { group: string; link: LinkFacts; onRemove: (() => void) | null }

function Line({ group, link: { role, other }, onRemove }: LineProps) {
  const closed = other.state === 'closed'
  return (
    <li className="group flex min-h-7 items-center gap-2">
      <Link
        href={issueLink(group, other.ref)}
        prefetch={false}
        className="flex min-w-0 flex-1 items-baseline gap-1.5 rounded-xs hover:underline"
      >
        <span className="num flex-none text-ink-3">#{other.ref}</span>
        <span dir="auto" className={`truncate ${closed ? 'text-ink-3 line-through' : ''}`}>
          {other.title}
        </span>
      </Link>
      {closed ? (
        <span className="flex-none text-xs text-ink-3">
          {other.closeReason ? closeReasonTitle(other.closeReason) : 'closed'}
        </span>
      ) : (
        <Weight weight={other.weight} />
      )}
      {onRemove && (
        <Button
          kind="quiet"
          size="icon-sm"
          aria-label={`Remove the link: ${linkText(role)} #${other.ref}`}
          tip="Remove this link"
          onClick={onRemove}
        >
          <Icon name="close" className="size-3.5" />
        </Button>
      )}
    </li>
  )
}

const sentenceCase = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

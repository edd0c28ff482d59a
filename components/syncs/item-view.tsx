'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'

import { useActor } from '#components/shell/use-group.ts'
import { Avatar } from '#components/ui/avatar.tsx'
import { lazily } from '#components/ui/popups/lazily.tsx'
import { Note } from '#components/ui/tag.tsx'
import { readEpic } from '#lib/contract/epics.ts'
import { listHands } from '#lib/contract/hands.ts'
import { readIssue } from '#lib/contract/issues.ts'
import type { AgendaItem, Outcome } from '#lib/contract/syncs.ts'
import { may } from '#lib/domain/permissions.ts'
import { subjectSign } from '#lib/domain/subjects.ts'
import { agendaHeading, parseItem } from '#lib/domain/syncs/agenda.ts'
import { reading } from '#lib/http/query.ts'
import { epicLink, issueLink } from '#lib/kit/links.ts'

import { ItemFacts } from './item-facts.tsx'
import { OutcomeForm } from './outcome-form.tsx'
import { OutcomeLines } from './outcome-lines.tsx'

const WaitingHere = lazily(async () => (await import('./waiting-here.tsx')).WaitingHere)

type Props = {
  group: string
  item: AgendaItem
  place: string
  outcomes: readonly Outcome[]
  since: string | null
  /** Of a sync that is over nothing is recorded any more. */
  isOpen: boolean
  nameOf: (handle: string) => string
  onNext: () => void
  onSkip: () => void
}

/** One item at a time: why it is here, what is known of it, and what comes of it. */
export function ItemView({ group, item, place, outcomes, since, isOpen, nameOf, onNext, onSkip }: Props) {
  const actor = useActor(group)
  const { about, reasons, person, key } = item
  const [first, ...more] = reasons
  const { driven, blocked, offered } = useStanding(group, about)
  const helped = useHelped(group, key)
  return (
    <article
      aria-label="Item"
      className="flex min-w-0 flex-col rounded-lg border border-line bg-surface print:border-0"
    >
      <div className="flex min-w-0 flex-1 flex-col gap-4 px-6 py-5 max-sm:px-4">
        <header className="flex items-baseline gap-2">
          <h2 className="min-w-0 flex-1 text-base font-semibold wrap-anywhere">
            {about ? (
              <Link
                href={about.kind === 'epic' ? epicLink(group, about.ref) : issueLink(group, about.ref)}
                prefetch={false}
                className="hover:underline"
              >
                <span className="num font-normal text-ink-2">{subjectSign(about)}</span>{' '}
                <bdi>{about.title}</bdi>
              </Link>
            ) : (
              agendaHeading(item.source)
            )}
          </h2>
          <span className="num flex-none text-xs text-ink-2 max-md:hidden">{place}</span>
        </header>
        {first && (
          <p dir="auto" className="text-lg leading-snug font-medium text-pretty wrap-anywhere">
            {first.text}
          </p>
        )}
        {person && (
          <p className="flex items-center gap-2 text-ink-2">
            <Avatar face={{ handle: person, name: nameOf(person) }} size="sm" silent /> {nameOf(person)}
          </p>
        )}
        {more.length > 0 && (
          <ul className="flex flex-col gap-1">
            {more.map(({ source, text }) => (
              <li key={`${source} ${text}`} className="flex items-baseline gap-2">
                <Note tone="calm">{agendaHeading(source)}</Note>
                <bdi className="wrap-anywhere">{text}</bdi>
              </li>
            ))}
          </ul>
        )}
        {about && offered && <WaitingHere group={group} about={about} />}
        <OutcomeLines outcomes={outcomes} since={since} group={group} />
        {about && <ItemFacts group={group} about={about} nameOf={nameOf} />}
      </div>
      {isOpen && may(actor, 'sync.record') && (
        <OutcomeForm
          key={key}
          group={group}
          item={item}
          outcomes={outcomes}
          driven={driven}
          helped={helped}
          blocked={blocked}
          onNext={onNext}
          onSkip={onSkip}
        />
      )}
    </article>
  )
}

/** Whether an item is a hand that a person helps with already. */
function useHelped(group: string, key: string): boolean {
  const item = parseItem(key)
  const isHand = item?.kind === 'hand'
  const { data } = useQuery({ ...reading(listHands, { group }), enabled: isHand })
  return isHand && data?.items.some(({ id, helper }) => id === item.ref && helper !== null) === true
}

/** How the issue or epic stands: it is handed over where it has a DRI, and assigned before; and what waits of it. */
function useStanding(group: string, about: AgendaItem['about']) {
  const ref = about?.ref ?? 0
  const issue = useQuery({ ...reading(readIssue, { group, ref }), enabled: about?.kind === 'issue' }).data
  const epic = useQuery({ ...reading(readEpic, { group, epic: ref }), enabled: about?.kind === 'epic' }).data
  return {
    driven: (issue?.dri ?? epic?.techLead ?? null) !== null,
    blocked: issue?.labels.some(({ meaning }) => meaning === 'workflow.blocked') === true,
    offered: (issue?.offeredTo ?? epic?.offeredTo ?? null) !== null,
  }
}

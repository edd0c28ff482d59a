'use client'

import { useState } from 'react'

import { useBusyChange } from '#components/changes/use-change.ts'
import { useGroup } from '#components/shell/use-group.ts'
import { usePrinting } from '#components/shell/use-printing.ts'
import { Button } from '#components/ui/button.tsx'
import { dayIn, dayMonth } from '#components/ui/days/days.ts'
import { Section } from '#components/ui/section.tsx'
import { askToConfirm } from '#lib/contract/capacity.ts'
import type { CapacityView } from '#lib/contract/capacity.ts'

type Props = { group: string; view: CapacityView; mayAsk: boolean }

/** The others are asked for, or printed: those who have not confirmed come first. */
const AT_FIRST = 12

/** Who has said that their days are right; the engineering manager asks the others. */
export function Confirmations({ group, view, mayAsk }: Props) {
  const { zone } = useGroup(group)
  const [showsAll, setShowsAll] = useState(false)
  const waiting = view.confirmations.filter(({ confirmedAt }) => confirmedAt === null)
  const done = view.confirmations.filter(({ confirmedAt }) => confirmedAt !== null)
  const people = [...waiting, ...done]
  const isLong = people.length > AT_FIRST + 1
  const isWhole = usePrinting() || showsAll || !isLong
  return (
    <Section
      title="Days confirmed"
      note={`${done.length} of ${view.confirmations.length}; a change of time off asks again`}
    >
      <ul
        aria-label="Days confirmed"
        className="rounded-lg border border-line bg-surface text-sm print:grid print:grid-cols-2"
      >
        {people.slice(0, isWhole ? undefined : AT_FIRST).map(({ person, name, confirmedAt }) => (
          <li
            key={person}
            className="flex min-h-9 items-center gap-3 border-b border-line px-3.5 py-1 last:border-b-0"
          >
            <bdi className="min-w-0 flex-1 wrap-anywhere">{name}</bdi>
            <span className={confirmedAt === null ? 'text-warn' : 'num text-ink-2'}>
              {confirmedAt === null ? 'Not confirmed' : `Confirmed ${dayMonth(dayIn(zone, confirmedAt))}`}
            </span>
            {mayAsk && confirmedAt === null && (
              <Ask group={group} milestone={view.milestone} person={person} name={name} />
            )}
          </li>
        ))}
        {isLong && (
          <li className="px-2 py-1 print:hidden">
            <Button kind="quiet" size="sm" aria-expanded={showsAll} onClick={() => setShowsAll(!showsAll)}>
              {showsAll ? 'Show fewer' : `Show all ${people.length} people`}
            </Button>
          </li>
        )}
      </ul>
    </Section>
  )
}

type AskProps = {
  group: string
  milestone: CapacityView['milestone']
  person: string
  name: string
}

function Ask({ group, milestone: { slug, title }, person, name }: AskProps) {
  const { change, busy } = useBusyChange()
  return (
    <Button
      size="sm"
      aria-label={`Ask ${name}`}
      className="print:hidden"
      disabledReason={busy ? 'Sending…' : null}
      onClick={() =>
        void change({
          endpoint: askToConfirm,
          input: { group, milestone: slug, person },
          message: `Asked ${name} to confirm their days in ${title}.`,
          final: `The reminder to ${name} was sent.`,
        })
      }
    >
      Ask
    </Button>
  )
}

'use client'

import { useGroup } from '#components/shell/use-group.ts'
import { clockIn } from '#components/ui/days/days.ts'
import { Note } from '#components/ui/tag.tsx'
import type { Outcome } from '#lib/contract/syncs.ts'
import { subjectSign } from '#lib/domain/subjects.ts'
import { OUTCOME_TITLES } from '#lib/domain/syncs/outcomes.ts'

type Props = {
  group: string
  outcomes: readonly Outcome[]
  /** When the reader looked last: what came later is marked. */
  since: string | null
  /** With the item that each belongs to. */
  isAll?: boolean
}

/** What came of an item or of all of them, as it was recorded. */
export function OutcomeLines({ group, outcomes, since, isAll = false }: Props) {
  const { zone } = useGroup(group)
  if (outcomes.length === 0) return null
  return (
    <ul aria-label={isAll ? 'All outcomes' : 'Outcomes of this item'} className="flex flex-col">
      {outcomes.map(({ id, kind, about, sentence, by, at }) => (
        <li key={id} className="border-b border-line py-2 last:border-b-0">
          <p className="flex flex-wrap items-baseline gap-x-2 text-xs">
            <b className="font-semibold">{OUTCOME_TITLES[kind]}</b>
            {isAll && about && <span className="num text-ink-2">{subjectSign(about)}</span>}
            {since !== null && at > since && <Note tone="warn">new</Note>}
            <span className="num ml-auto text-ink-2">{clockIn(zone, at)}</span>
          </p>
          <p className="text-pretty wrap-anywhere">
            <bdi>{sentence}</bdi>{' '}
            <span dir="auto" className="text-xs text-ink-2">
              {by?.name}
            </span>
          </p>
        </li>
      ))}
    </ul>
  )
}

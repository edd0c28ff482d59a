'use client'

import { useQuery } from '@tanstack/react-query'

import { listCover } from '#lib/contract/cover.ts'
import { spanText } from '#lib/kit/day-text.ts'
import { addDays } from '#lib/kit/plain-date.ts'
import type { PlainDate } from '#lib/kit/plain-date.ts'
import { reading } from '#lib/http/query.ts'

import type { Timebox } from '../period.ts'
import { useCoverActs } from './use-cover-acts.ts'

type Props = {
  group: string
  duties: readonly { team: string; weekOn: PlainDate }[]
  box: Timebox
  nameOf: (team: string) => string
}

/** Law 12: “I will not be available” opens the cover request, while the days are entered; each week of duty by itself. */
export function AskForCover({ group, duties, box, nameOf }: Props) {
  const known = useQuery(reading(listCover, { group, from: box.startOn, to: box.dueOn })).data?.duties ?? []
  const { askDuty } = useCoverActs(group)
  return duties.map(({ team, weekOn }) => {
    const duty = known.find((one) => one.team === team && one.week === weekOn)
    const days = spanText(weekOn, addDays(weekOn, 4))
    if (duty?.asked)
      return (
        <span key={`${team} ${weekOn}`} className="num block text-ink-3">
          Cover asked for, {days}.
        </span>
      )
    if (!duty?.mayAsk) return null
    return (
      <button
        key={`${team} ${weekOn}`}
        type="button"
        className="tap num block text-accent underline underline-offset-2"
        onClick={() => void askDuty(duty, nameOf(team))}
      >
        Ask for cover, {nameOf(team)}, {days}
      </button>
    )
  })
}

'use client'

import { useQuery } from '@tanstack/react-query'

import { usePrefetched } from '#components/shell/use-prefetched.ts'
import { readCapacity } from '#lib/contract/capacity.ts'
import { listMemberships } from '#lib/contract/memberships.ts'
import { listTimeOff } from '#lib/contract/time-off.ts'
import { listWorkingTimes } from '#lib/contract/working-times.ts'
import { joined, overlaps } from '#lib/domain/time-off.ts'
import type { TimeOffDays } from '#lib/domain/time-off.ts'
import { daysOf, workIn } from '#lib/domain/working-times.ts'
import { reading } from '#lib/http/query.ts'

import { AskForCover } from './cover/ask-for-cover.tsx'
import { weightWith } from './capacity-change.ts'
import { daysMore } from './draft.ts'
import type { Draft } from './draft.ts'
import { daysOfEntry } from './lines.ts'
import { NoteLine } from './note-line.tsx'
import type { Timebox } from './period.ts'
import { weekEnd } from './segments.ts'

type Props = { group: string; draft: Draft; span: TimeOffDays; box: Timebox; isOwn: boolean }

/** What an absence takes of the capacity in a milestone, and the triage that falls into it. */
export function CapacityEffect({ group, draft, span, box, isOwn }: Props) {
  const { person, entry } = draft
  const memberships = usePrefetched(listMemberships, { group }).items
  const within = { group, from: box.startOn, to: box.dueOn }
  const view = useQuery(reading(readCapacity, { group, milestone: box.slug })).data
  const times = useQuery(reading(listWorkingTimes, within)).data
  const away = useQuery(reading(listTimeOff, { ...within, person })).data
  const calendar = times?.items.find((one) => one.person === person)
  if (!view || !calendar || !away) return null
  const days = daysOf(calendar, box.startOn, box.dueOn)
  const known = { person, view, memberships, days }
  const saved = away.items.map(daysOfEntry)
  const others = away.items.filter(({ id }) => id !== entry).map(daysOfEntry)
  const [same, apart] = [
    others.filter((one) => overlaps(one, span)),
    others.filter((one) => !overlaps(one, span)),
  ]
  const [before, after] = [weightWith(known, saved), weightWith(known, [...apart, joined(span, same)])]
  const less = daysMore(span, others, workIn(days))
  const duties = view.duties.filter(
    (one) =>
      one.person === person &&
      days.some(({ day, work, off }) => {
        const isIn = work > off && span.fromOn <= day && day <= span.toOn
        return isIn && one.weekOn <= day && weekEnd(one.weekOn) >= day
      }),
  )
  const nameOf = (team: string) => view.teams.find(({ team: slug }) => slug === team)?.name ?? team
  const teams = [...new Set(duties.map(({ team }) => nameOf(team)))]
  return (
    <>
      {less > 0 && (
        <NoteLine icon="pulse">
          <b className="num text-ink">{less === 1 ? '1 day' : `${less} days`}</b> less in {box.title}.{' '}
          {before === after
            ? 'Capacity stays as it is.'
            : `${isOwn ? 'Your' : 'Their'} capacity goes from ${before} to ${after}.`}
        </NoteLine>
      )}
      {duties.length > 0 && (
        <NoteLine icon="blocked">
          {isOwn ? 'You have' : 'They have'} triage for {teams.join(' and ')} on these days.
          <AskForCover group={group} duties={duties} box={box} nameOf={nameOf} />
        </NoteLine>
      )}
    </>
  )
}

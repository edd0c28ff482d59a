import { useActor, useGroup } from '#components/shell/use-group.ts'
import { usePrefetched } from '#components/shell/use-prefetched.ts'
import { listCover } from '#lib/contract/cover.ts'
import { listMemberships } from '#lib/contract/memberships.ts'
import { listTeams } from '#lib/contract/teams.ts'
import { may } from '#lib/domain/permissions.ts'
import { addDays } from '#lib/kit/plain-date.ts'
import type { PlainDate } from '#lib/kit/plain-date.ts'

import type { Line } from '../lines.ts'
import { freeFor, watchOf } from './gaps.ts'
import type { Watch } from './gaps.ts'
import { useGapMenu } from './use-gap-menu.ts'

export type Shown = { from: PlainDate; to: PlainDate; lines: readonly Line[] }

/** Triage duty of the shown days, what of it is left alone from today on, and active work whose DRI is away. */
export function useCover(group: string, { from, to, lines }: Shown) {
  const actor = useActor(group)
  const { today } = useGroup(group)
  const { duties, issues } = usePrefetched(listCover, { group, from, to })
  const memberships = usePrefetched(listMemberships, { group }).items
  const known = usePrefetched(listTeams, { group }).items
  const watches = duties.map((duty) => watchOf(duty, lines, { from, to }))
  const nameOf = (team: string) => known.find(({ slug }) => slug === team)?.name ?? team
  const free = (watch: Watch) => freeFor(watch, lines, memberships)
  const menuOf = useGapMenu(group, { nameOf, freeFor: free })
  const concerns = ({ duty, missed }: Watch) =>
    missed.length > 0 &&
    addDays(duty.week, 4) >= today &&
    (may(actor, 'pto.others') ||
      duty.person === actor.handle ||
      menuOf({ duty, missed, days: [] }).length > 0)
  return {
    teams: known
      .map(({ slug, name }) => ({
        slug,
        name,
        watches: watches.filter(({ duty, days }) => duty.team === slug && days.length > 0),
      }))
      .filter((team) => team.watches.length > 0),
    gaps: watches.filter(concerns),
    issues,
    nameOf,
    freeFor: free,
    menuOf,
  }
}

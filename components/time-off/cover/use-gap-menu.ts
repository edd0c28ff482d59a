import { useActor } from '#components/shell/use-group.ts'
import type { MenuEntry } from '#components/ui/popups/menu-entry.ts'
import { may } from '#lib/domain/permissions.ts'

import type { Line } from '../lines.ts'
import type { Watch } from './gaps.ts'
import { useCoverActs } from './use-cover-acts.ts'

export type GapMenu = (watch: Watch) => MenuEntry[]

type Known = {
  nameOf: (team: string) => string
  freeFor: (watch: Watch) => readonly Line[]
}

/** What the reader can do about a week of triage that is left alone. */
export function useGapMenu(group: string, { nameOf, freeFor }: Known): GapMenu {
  const actor = useActor(group)
  const acts = useCoverActs(group)
  const mayGive = may(actor, 'duty.assign')
  return (watch) => {
    const { duty } = watch
    const name = nameOf(duty.team)
    const give = mayGive ? freeFor(watch) : []
    return [
      ...(duty.mayAsk
        ? [{ kind: 'act' as const, label: 'Ask for cover', act: () => void acts.askDuty(duty, name) }]
        : []),
      ...(duty.mayTake
        ? [{ kind: 'act' as const, label: 'Take over', act: () => void acts.take(duty, name) }]
        : []),
      ...give
        .filter(({ handle }) => !(duty.mayTake && handle === actor.handle))
        .map((to): MenuEntry => ({
          kind: 'act',
          label: `Give to ${to.name}`,
          act: () => void acts.give(duty, name, to),
        })),
    ]
  }
}

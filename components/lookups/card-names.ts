import { useMemo } from 'react'

import type { BoardView } from '#lib/contract/boards.ts'
import type { Card } from '#lib/contract/issues.ts'
import { typeOf } from '#lib/domain/labels.ts'
import type { WorkType } from '#lib/domain/labels.ts'

type Label = BoardView['labels'][number]
type Named = Pick<BoardView, 'labels' | 'people' | 'teams' | 'epics' | 'milestones'>

/** The names behind the ids that cards carry. */
export type Lookups = {
  labels: ReadonlyMap<string, Label>
  people: ReadonlyMap<string, BoardView['people'][number]>
  teams: ReadonlyMap<string, BoardView['teams'][number]>
  epics: ReadonlyMap<number, BoardView['epics'][number]>
  /** Slugs of the milestones that have days. */
  timeboxes: ReadonlySet<string>
}

export function useCardNames({ labels, people, teams, epics, milestones }: Named): Lookups {
  return useMemo(
    () => ({
      labels: new Map(labels.map((label) => [label.id, label])),
      people: new Map(people.map((person) => [person.handle, person])),
      teams: new Map(teams.map((team) => [team.slug, team])),
      epics: new Map(epics.map((epic) => [epic.number, epic])),
      timeboxes: new Set(milestones.filter(({ shelf }) => shelf === null).map(({ slug }) => slug)),
    }),
    [labels, people, teams, epics, milestones],
  )
}

export const labelsOf = (card: Pick<Card, 'labelIds'>, { labels }: Lookups): Label[] =>
  card.labelIds.flatMap((id) => labels.get(id) ?? [])

export const workTypeOf = (card: Pick<Card, 'labelIds'>, lookups: Lookups): WorkType | null =>
  typeOf(labelsOf(card, lookups))

export const faceOf = (handle: string, { people }: Lookups) => ({
  handle,
  name: people.get(handle)?.name ?? handle,
})

/** `severity::2` is “severity 2”; a state of the flow is clear without its scope. */
export const labelText = ({ title, meaning }: { title: string; meaning: string | null }): string =>
  meaning?.startsWith('workflow.') ? valueOf(title) : title.replaceAll('::', ' ')

/** `workflow::in dev` is “in dev” where the scope is clear. */
export function valueOf(title: string): string {
  const at = title.lastIndexOf('::')
  return at < 0 ? title : title.slice(at + 2)
}

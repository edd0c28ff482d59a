import type { Change, NamedRef } from '../event-refs.ts'
import { event, listed } from './row.ts'

export type TeamTexts = { name: string; purpose: string; note: string }
export type TeamData = TeamTexts & { id: number; slug: string; position: number }
/** A boundary as it stood; `teamId` is our team that faces the owner. */
export type Line = {
  area: string
  owner: string
  relationship: string
  sentence: string
  teamId: number | null
  /** The owner, where it is a group of the installation. */
  ownerGroupId: number | null
}

type Team = { id: number; slug: string; name: string }
type Area = { id: number; team: NamedRef; name: string }
type AreaData = Area & { description: string; position: number }
type Boundary = { id: number; area: string; owner: string }

const whole = ({ slug }: Team) => [`team ${slug}`]

export const teamEvents = {
  'team.created': event<TeamData>({
    sentence: ({ name }) => `created the functional team ${name}`,
    things: whole,
  }),
  /** `changed`: of its name, purpose and note. */
  'team.changed': event<Team & { changed: string[] } & Change<TeamTexts>>({
    sentence: ({ name, changed }) => `changed the ${listed(changed)} of ${name}`,
    things: ({ slug, changed }) => changed.map((word) => `team ${slug} ${word}`),
  }),
  /** `before`: the slug of the team that it came before until then, null where it was the last. */
  'team.placed': event<Team & { before: string | null; order: number[] }>({
    sentence: ({ name }) => `moved ${name} in the order of the teams`,
    things: () => ['order of teams'],
  }),
  'team.removed': event<TeamData>({
    sentence: ({ name }) => `removed the functional team ${name}`,
    things: whole,
  }),
  'scope_area.added': event<AreaData>({
    sentence: ({ team, name }) => `added ${name} to the scope of ${team.name}`,
  }),
  'scope_area.changed': event<Area & Change<{ name: string; description: string }>>({
    sentence: ({ team, name }) => `edited ${name} in the scope of ${team.name}`,
  }),
  /** `before`: the area that it stood before; null where it was the last. */
  'scope_area.moved': event<Area & { before: number | null; order: number[] }>({
    sentence: ({ team, name }) => `moved ${name} in the order of the scope of ${team.name}`,
    things: ({ team }) => [`order of scope ${team.id}`],
  }),
  'scope_area.removed': event<AreaData>({
    sentence: ({ team, name }) => `removed ${name} from the scope of ${team.name}`,
  }),
  'boundary.drawn': event<Boundary & { line: Line; position: number }>({
    sentence: ({ area, owner }) => `added a boundary: ${area} belongs to ${owner}`,
  }),
  'boundary.changed': event<Boundary & Change<Line>>({
    sentence: ({ area, owner }) => `changed a boundary: ${area} belongs to ${owner}`,
  }),
  'boundary.removed': event<Boundary & { line: Line; position: number }>({
    sentence: ({ area, owner }) => `removed the boundary to ${owner}: ${area}`,
  }),
}

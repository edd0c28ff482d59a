import type { PlainDate } from '#lib/kit/plain-date.ts'

import type { BoardKept } from './board-shapes.ts'
import type { Change, NamedRef, PersonRef, TitledRef } from './event-refs.ts'
import type { Milestone, Shelf } from './milestones.ts'
import type { Role } from './permissions.ts'
import type { Template } from './templates.ts'

/**
 * `because` is said when an epic closed or opened by itself, over what became of `issue`: whoever may not see that one
 * is not told why, nor is anybody who may not see everything where no issue is named.
 */
type ByItself = { because?: string; issue?: number }

type Membership = {
  id: number
  person: PersonRef
  team: NamedRef
  kind: 'main' | 'supporting'
  /** Percent of the person's working time. */
  share: number
  startsOn: PlainDate
  endsOn: PlainDate | null
}
type Area = { id: number; team: NamedRef; name: string }
type Boundary = { id: number; area: string; owner: string }
type RoleRef = { person: PersonRef; role: Role }
type Titled = { id: number; title: string }

/** What is no issue's, with what it takes to replay the act and to take it back. */
export type GroupEvents = {
  'epic.created': { number: number; title: string; description: string; techLead: PersonRef | null }
  'epic.edited': { number: number; title?: Change<string>; description?: Change<string>; version: number }
  'epic.tech_lead_set': Change<PersonRef | null> & { number: number; title: string }
  'epic.closed': { number: number; title: string } & ByItself
  'epic.reopened': { number: number; title: string } & ByItself
  'milestone.created': Titled &
    Pick<Milestone, 'kind' | 'startOn' | 'dueOn'> & { slug: string; shelf: Shelf | null }
  'milestone.edited': Change<Pick<Milestone, 'title' | 'startOn' | 'dueOn'>> & { id: number }
  'milestone.closed': Titled
  'milestone.reopened': Titled
  /** What was only just made is taken away again; by hand it stays. So are teams and memberships. */
  'milestone.removed': Titled
  'label.created': LabelKept
  'label.renamed': Change<string> & { id: number }
  /** `changed`: of its hue, description and meaning. */
  'label.changed': Titled & { changed: string[] } & Change<Pick<LabelKept, 'description' | 'hue' | 'meaning'>>
  'label.removed': LabelKept
  'template.created': Template & { id: number }
  'template.edited': Change<Template> & { id: number }
  'template.removed': Template & { id: number; position: number }
  'board.created': { board: TitledRef; shape: BoardKept }
  'board.edited': { board: TitledRef; changed: string[] } & Change<BoardKept>
  'board.removed': { board: TitledRef; shape: BoardKept }
  /** `behind`: the slug of the board that it stood behind; null where it was the first. */
  'board.placed': { board: TitledRef; behind: string | null; order: number[] }
  'view.saved': Titled & { place: string; query: string }
  'view.changed': Change<string> & { id: number; query: Change<string> }
  'view.removed': Titled & { place: string; query: string }
  'group.created': { name: string; facts: GroupKept }
  /** `changed`: what the facts in `from` and `to` are called. */
  'group.changed': { changed: string[] } & Change<Partial<GroupKept>>
  /** Everything that went with it, by number and id; `people` are those whose roles went. */
  'sample.removed': {
    issues: number[]
    epics: number[]
    milestones: number[]
    labels: number[]
    people: string[]
  }
  'person.joined': { person: PersonRef }
  'person.left': { person: PersonRef; kept: Stay }
  'role.given': RoleRef & RoleTerms
  'role.changed': RoleRef & RoleTerms & { was: RoleTerms }
  'role.taken': RoleRef & { kept: RoleTerms }
  /** Without the address: the ledger is for everybody, and forever. */
  'invitation.created': { id: number; role: Role; person: PersonRef | null }
  'invitation.revoked': { id: number; role: Role }
  /** `known`: they were in the group, and can sign in from now on. */
  'invitation.accepted': { id: number; person: PersonRef; role: Role; known: boolean }
  'membership.started': Membership
  'membership.changed': Membership & {
    was: { kind: 'main' | 'supporting'; percent: number; from: PlainDate; to: PlainDate | null }
  }
  'membership.removed': Membership
  'team.created': TeamKept
  /** `changed`: of its name, purpose and note. */
  'team.changed': { id: number; slug: string; name: string; changed: string[] } & Change<TeamWords>
  /** `before`: the slug of the team that it came before until then, null where it was the last. */
  'team.placed': { id: number; name: string; slug: string; before: string | null; order: number[] }
  'team.removed': TeamKept
  'scope_area.added': Area & { description: string; position: number }
  'scope_area.changed': Area & Change<{ name: string; description: string }>
  /** `before`: the area that it stood before; null where it was the last. */
  'scope_area.moved': Area & { before: number | null; order: number[] }
  'scope_area.removed': Area & { description: string; position: number }
  'boundary.drawn': Boundary & { line: Line; position: number }
  'boundary.changed': Boundary & Change<Line>
  'boundary.removed': Boundary & { line: Line; position: number }
}

export type LabelKept = {
  id: number
  title: string
  meaning: string | null
  description: string
  hue: number
  sample: boolean
}
export type TeamWords = { name: string; purpose: string; note: string }
export type TeamKept = TeamWords & { id: number; slug: string; position: number }
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
/** The facts of a group that its settings change. */
export type GroupKept = {
  name: string
  summary: string
  vision: string
  mission: string
  channel: string
  namespace: string
  zone: string
  daysPerWeight: number
  focusFactor: number
  channels: { name: string; purpose: string }[]
  cadence: { activity: string; frequency: string; owner: string }[]
}
export type RoleTerms = { acting: boolean; title: string }
export type RoleKept = RoleTerms & { role: Role }
/** What somebody was in the group when they left it: their roles, and the memberships that ended or never began. */
export type Stay = {
  roles: RoleKept[]
  /** The last day of what ended. */
  on: PlainDate
  ended: { id: number; to: PlainDate | null }[]
  dropped: {
    id: number
    teamId: number
    kind: string
    share: number
    from: PlainDate
    to: PlainDate | null
  }[]
}

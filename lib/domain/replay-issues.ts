import type { PersonRef, LabelRef } from './event-refs.ts'
import type { EventData, Recorded } from './events.ts'
import { factOfEvent, factsIn } from './facts/values.ts'
import type { CloseReason } from './issues.ts'
import { linkAs, type LinkRole } from './links.ts'
import type { GroupState, IssueState } from './replay-state.ts'
import type { WaitChange } from './wait.ts'

/** When, and by whom. */
type Moment = { at: Date; by: string | null }

/** What an event makes of its issue. Whatever is so already stays as it is, since when included. */
export function applyToIssue(state: GroupState, event: Recorded, number: number): void {
  const moment = { at: event.happenedAt, by: event.actorId }
  if (event.type === 'issue.created') {
    const issue = begun(event.data, moment)
    changeWait(issue, event.data, moment)
    state.issues.set(number, issue)
    return
  }
  applyLinks(state, event, number)
  const issue = state.issues.get(number)
  if (issue) applyFacts(issue, event, moment)
}

function begun(data: EventData<'issue.created'>, { at, by }: Moment): IssueState {
  return {
    number: data.number,
    kind: data.kind,
    title: data.title,
    description: data.description,
    weight: data.weight,
    spikeScope: data.spikeScope,
    ...factsIn(data),
    version: 1,
    state: 'open',
    closeReason: null,
    closedAt: null,
    milestone: data.milestone?.id ?? null,
    epic: data.epic && Number(data.epic.id),
    team: data.team?.id ?? null,
    model: data.model?.id ?? null,
    dri: data.dri?.id ?? null,
    offeredTo: null,
    ranks: { ...data.ranks },
    author: by,
    createdAt: at,
    labels: new Map(data.labels.map(({ id }) => [id, at])),
    assignees: new Map(data.assignees.map(({ id }) => [id, at])),
    spans: [],
    waits: [],
    unclaimed: new Map(),
  }
}

function applyFacts(issue: IssueState, event: Recorded, moment: Moment): void {
  switch (event.type) {
    case 'issue.edited':
      issue.title = event.data.title?.to ?? issue.title
      issue.description = event.data.description?.to ?? issue.description
      issue.version = event.data.version
      return
    case 'issue.labels_changed':
      changeLabels(issue, event.data, moment)
      return changeWait(issue, event.data, moment)
    case 'issue.ranked':
      issue.ranks[event.data.order] = event.data.rank
      return
    case 'issue.moved':
      issue.ranks[event.data.order] = event.data.rank
      changeLabels(issue, event.data, moment)
      if (event.data.closed) close(issue, event.data.closed, moment)
      if (event.data.reopened) reopen(issue)
      return changeWait(issue, event.data, moment)
    case 'issue.closed':
      close(issue, event.data.reason, moment)
      return changeWait(issue, event.data, moment)
    case 'issue.reopened':
      reopen(issue)
      return changeWait(issue, event.data, moment)
    case 'issue.wait_set': {
      const wait = waitOf(issue)
      if (wait) Object.assign(wait, event.data.to)
      return
    }
    case 'issue.milestone_set':
      issue.milestone = event.data.to?.id ?? null
      return
    case 'issue.epic_set':
      issue.epic = event.data.to && Number(event.data.to.id)
      return
    case 'issue.team_set':
      issue.team = event.data.to?.id ?? null
      return
    case 'issue.model_set':
      issue.model = event.data.to?.id ?? null
      return
    case 'issue.weighed':
      issue.weight = event.data.to
      return
    case 'issue.spike_scope_set':
      issue.spikeScope = event.data.to
      return
    case 'dri.unclaimed': {
      const { id, reason, note } = event.data
      issue.unclaimed.set(id, { reason, note, ...moment })
      return
    }
    case 'dri.unclaimed_removed':
      issue.unclaimed.delete(event.data.id)
      return
    default:
      applyFact(issue, event)
      applyPeople(issue, event, moment)
  }
}

function applyFact(issue: IssueState, { type, data }: Recorded): void {
  const fact = factOfEvent(type)
  if (fact && 'to' in data) Object.assign(issue, { [fact.key]: data.to })
}

function applyPeople(issue: IssueState, event: Recorded, { at }: Moment): void {
  switch (event.type) {
    case 'issue.assigned':
      return assign(issue, event.data, at)
    case 'issue.dri_taken': {
      const { person, assigned } = event.data
      issue.dri = person.id
      return assign(issue, { added: assigned ? [person] : [], removed: [] }, at)
    }
    case 'issue.dri_released': {
      const { person, unassigned } = event.data
      issue.dri = null
      return assign(issue, { added: [], removed: unassigned ? [person] : [] }, at)
    }
    case 'issue.dri_assigned':
      issue.dri = event.data.to.id
      return
    case 'issue.handed_over':
    case 'issue.hand_over_accepted':
      issue.dri = event.data.to.id
      issue.offeredTo = null
      return
    case 'issue.hand_over_offered':
      issue.offeredTo = event.data.to.id
      return
    case 'issue.hand_over_declined':
    case 'issue.hand_over_withdrawn':
      issue.offeredTo = null
      return
    default:
  }
}

function assign(
  { assignees }: IssueState,
  { added, removed }: { added: PersonRef[]; removed: PersonRef[] },
  at: Date,
): void {
  for (const { id } of removed) assignees.delete(id)
  for (const { id } of added) if (!assignees.has(id)) assignees.set(id, at)
}

function changeLabels(
  issue: IssueState,
  { added, removed }: { added: LabelRef[]; removed: LabelRef[] },
  { at }: Moment,
): void {
  for (const { id } of removed) {
    const from = issue.labels.get(id)
    if (from) issue.spans.push({ label: id, from, to: at })
    issue.labels.delete(id)
  }
  for (const { id } of added) if (!issue.labels.has(id)) issue.labels.set(id, at)
}

type WaitFacts = WaitChange & { added?: LabelRef[]; removed?: LabelRef[] }

/**
 * A wait begins and ends as the event says. Where something was taken back since, the event saw another issue than there
 * was: then the label and the state decide.
 */
function changeWait(issue: IssueState, facts: WaitFacts, { at, by }: Moment): void {
  const { blocked, waited, added = [], removed = [] } = facts
  const wait = waitOf(issue)
  const open = issue.state === 'open'
  if (wait && (waited || !open || removed.some(isBlocked))) wait.until = at
  if (wait || !open || !(blocked || added.some(isBlocked))) return
  issue.waits.push({ need: '', from: '', ...blocked, since: at, until: null, by })
}

const waitOf = ({ waits }: IssueState) => waits.find(({ until }) => until === null)
const isBlocked = ({ meaning }: LabelRef) => meaning === 'workflow.blocked'

/** What an event changed that took another one back, beside that: a free place, the version of a text. */
export function applyRest({ issues, epics, milestones }: GroupState, { type, data, issue }: Recorded): void {
  const known = issues.get(issue ?? 0)
  if (known && (type === 'issue.ranked' || type === 'issue.moved')) known.ranks[data.order] = data.rank
  if (known && type === 'issue.edited') known.version = data.version
  const wait = known && waitOf(known)
  if (wait && 'blocked' in data) Object.assign(wait, data.blocked)
  const epic = type === 'epic.edited' ? epics.get(data.number) : undefined
  if (epic && type === 'epic.edited') epic.version = data.version
  const milestone = type === 'milestone.goals_edited' ? milestones.get(data.id) : undefined
  if (milestone && type === 'milestone.goals_edited') milestone.goalsVersion = data.version
}

function close(issue: IssueState, reason: CloseReason, { at }: Moment): void {
  issue.closedAt = issue.state === 'closed' ? issue.closedAt : at
  issue.state = 'closed'
  issue.closeReason = reason
}

function reopen(issue: IssueState): void {
  Object.assign(issue, { state: 'open', closeReason: null, closedAt: null })
}

/** A link stands on both issues, each of which has an event of it: the second finds it there. */
function applyLinks({ links }: GroupState, event: Recorded, number: number): void {
  if (event.type === 'issue.linked') links.add(linkKey(number, event.data.role, event.data.other))
  if (event.type === 'issue.unlinked') links.delete(linkKey(number, event.data.role, event.data.other))
  if (event.type !== 'issue.split') return
  for (const piece of event.data.into) links.add(linkKey(number, 'split_into', piece))
}

export function linkKey(ref: number, role: LinkRole, other: number): string {
  const { from, kind, to } = linkAs(ref, role, other)
  return kind === 'relates' && from > to ? `${to} ${kind} ${from}` : `${from} ${kind} ${to}`
}

export function applySpread(
  { issues }: GroupState,
  { order, spread = [] }: Pick<EventData<'issue.ranked'>, 'order' | 'spread'>,
): void {
  for (const { issue, to } of spread) {
    const known = issues.get(issue)
    if (known) known.ranks[order] = to
  }
}

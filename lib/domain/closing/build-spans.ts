import type { AnyEvent } from '../events.ts'
import type { Step } from './steps.ts'

/**
 * A stay of an issue on the Build Board of a milestone. Law 10: "milestone M, group label and deliverable, all at once.
 * Every entry to and exit from that condition is an event": `until` is null while it lasts.
 */
export type BuildSpan = {
  issue: number
  /** Id of the milestone. */
  milestone: string
  from: { at: Date; event: number }
  until: { at: Date; event: number } | null
}

/** The labels of a group by which an issue is on its Build Board, by what they mean at a moment. */
export type AskedLabels = { deliverable: string; group: string | null }

type LabelMeaning = { id: string; meaning: string | null }

/** Null where no label means a Deliverable: then nothing is on a Build Board. Where none means the group, none is asked for. */
export function askedLabels(labels: Iterable<LabelMeaning>): AskedLabels | null {
  const asked: { deliverable: string | null; group: string | null } = { deliverable: null, group: null }
  for (const { id, meaning } of labels)
    if (meaning === 'deliverable' || meaning === 'group') asked[meaning] = id
  return asked.deliverable === null ? null : { deliverable: asked.deliverable, group: asked.group }
}

/** What a replay knows of Build Boards. */
export type BuildState = {
  asked: AskedLabels | null
  spans: Map<number, BuildSpan[]>
  /** By issue whose creation was taken back, the event that closed it for that: before it, the issue never was on a board. */
  mistakes: ReadonlyMap<number, number>
}

type Placed = { kind: string; milestone: string | null; labels: { has: (id: string) => boolean } }

/** On the Build Board of which milestone an issue is. */
export function buildBoardOf({ kind, milestone, labels }: Placed, asked: AskedLabels | null): string | null {
  if (asked === null || kind !== 'issue' || !labels.has(asked.deliverable)) return null
  return asked.group === null || labels.has(asked.group) ? milestone : null
}

const isAsked = (meaning: string | null) => meaning === 'deliverable' || meaning === 'group'

/** Whether an event may put its issue on a Build Board or take it off: a move between columns, for example, does not. */
export function turnsBuildBoard(event: AnyEvent): boolean {
  switch (event.type) {
    case 'issue.created':
    case 'issue.milestone_set':
    // one whose creation was taken back is on its board from its reopening on
    case 'issue.reopened':
      return true
    case 'issue.labels_changed':
    case 'issue.moved':
      if ('reopened' in event.data) return true
      return [...event.data.added, ...event.data.removed].some(({ meaning }) => isAsked(meaning))
    default:
      return false
  }
}

/** Whether it may do so to any issue of its group: a label means another thing, or is there no more. */
export function turnsBuildBoards(event: AnyEvent): boolean {
  switch (event.type) {
    case 'label.created':
    case 'label.removed':
      return isAsked(event.data.meaning)
    case 'label.changed': {
      const { changed, from, to } = event.data
      return changed.includes('meaning') && [from, to].some(({ meaning }) => isAsked(meaning))
    }
    case 'sample.removed':
      return true
    default:
      return false
  }
}

/** Steps with what the spans say: on which board an issue is from there on. */
export function withBoards(steps: readonly Step[], spans: readonly BuildSpan[]): Step[] {
  const boards = new Map<string, Step>()
  const put = (issue: number, { at, event }: BuildSpan['from'], board: string | null) => {
    const key = `${issue} ${event}`
    // what leaves one board for another does so in one event
    if (board !== null || !boards.has(key)) boards.set(key, { number: event, issue, at, board })
  }
  for (const { issue, milestone, from, until } of spans) {
    put(issue, from, milestone)
    if (until) put(issue, until, null)
  }
  const told = steps.map((step) => {
    const board = boards.get(`${step.issue} ${step.number}`)
    boards.delete(`${step.issue} ${step.number}`)
    return { ...board, ...step }
  })
  return [...told, ...boards.values()].toSorted(
    (a, b) => a.at.getTime() - b.at.getTime() || a.number - b.number,
  )
}

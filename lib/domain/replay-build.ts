import {
  askedLabels,
  buildBoardOf,
  type BuildState,
  turnsBuildBoard,
  turnsBuildBoards,
} from './closing/build-spans.ts'
import type { Recorded } from './events.ts'
import type { GroupState } from './replay-state.ts'

/** Of all that is known of a history. What takes back that an issue was created closes it. */
export const mistakesIn = (
  events: readonly Recorded[],
  counts: (event: Recorded) => boolean,
): BuildState['mistakes'] =>
  new Map(
    events.flatMap((event) =>
      event.type === 'issue.closed' && event.undoes !== undefined && event.issue !== null && counts(event)
        ? [[event.issue, event.number] as const]
        : [],
    ),
  )

/** What an event that has been applied makes of the stays on Build Boards. */
export function applyToBuild(state: GroupState, event: Recorded): void {
  if (event.issue !== null) {
    if (turns(state, event)) follow(state, event.issue, event)
    return
  }
  if (!turnsBuildBoards(event)) return
  state.build.asked = askedLabels([...state.labels].map(([id, { meaning }]) => ({ id: String(id), meaning })))
  for (const issue of state.issues.keys()) follow(state, issue, event)
}

/** By the labels that are asked for at this moment of the replay, which may have come to mean that later than was known. */
function turns({ build }: GroupState, event: Recorded): boolean {
  if (event.type !== 'issue.labels_changed' && event.type !== 'issue.moved') return turnsBuildBoard(event)
  const { added, removed } = event.data
  if ('reopened' in event.data) return true
  return [...added, ...removed].some(({ id }) => id === build.asked?.deliverable || id === build.asked?.group)
}

function follow({ build, issues }: GroupState, number: number, event: Recorded): void {
  const issue = issues.get(number)
  if (!issue || event.number < (build.mistakes.get(number) ?? 0)) return
  const board = buildBoardOf(issue, build.asked)
  const spans = build.spans.get(number) ?? []
  const last = spans.at(-1)
  const open = last?.until === null ? last : undefined
  if ((open?.milestone ?? null) === board) return
  const moment = { at: event.happenedAt, event: event.number }
  if (open) open.until = moment
  if (board !== null) spans.push({ issue: number, milestone: board, from: moment, until: null })
  build.spans.set(number, spans)
}

/** Stays go with their issues and milestones, also with those whose making was taken back. */
export function forgetGone({ build, issues, milestones }: GroupState): void {
  for (const [issue, spans] of build.spans) {
    const kept = spans.filter(({ milestone }) => milestones.has(Number(milestone)))
    if (!issues.has(issue) || kept.length === 0) build.spans.delete(issue)
    else build.spans.set(issue, kept)
  }
}

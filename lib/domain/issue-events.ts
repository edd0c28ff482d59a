import type { Change } from './event-refs.ts'
import { commentEvents } from './events/comments.ts'
import { driEvents } from './events/dri.ts'
import { drisEvents } from './events/dris.ts'
import { issueEvents } from './events/issues.ts'
import { planningIssueEvents } from './events/planning-issue.ts'
import { type DataOf, event, type EventRow } from './events/row.ts'
import { weighingEvents } from './events/weighings.ts'
import { ALL_FACTS } from './facts/facts.ts'
import { eventOf, type FactEvents } from './facts/values.ts'
import { factSentence } from './facts/sentence.ts'
import { NO_ONE, WATCHERS } from './telling.ts'

// safe because each fact has the row of its own event
const FACT_EVENTS = Object.fromEntries(
  ALL_FACTS.map((fact) => [
    eventOf(fact),
    event<Change<unknown>>({
      sentence: (data, it) => factSentence(fact, data, it),
      things: () => [fact.name],
      tells: () => (fact.isFollowed ? WATCHERS : NO_ONE),
    }),
  ]),
) as { [T in keyof FactEvents]: EventRow<FactEvents[T]> }

/** Everything that can happen to an issue. */
export const ISSUE_EVENTS = { ...issueEvents, ...driEvents, ...commentEvents, ...FACT_EVENTS }
/** What can happen on the way to a weight. */
export const WEIGHING_EVENTS = weighingEvents
/** What is said of issues that no one drives. */
export const UNDRIVEN_EVENTS = drisEvents
/** What can happen to a planning issue beside that. */
export const PLANNING_EVENTS = planningIssueEvents

type IssueRows = typeof ISSUE_EVENTS
export type IssueEvents = { [T in keyof IssueRows]: DataOf<IssueRows[T]> }
type WeighingRows = typeof WEIGHING_EVENTS
export type WeighingEvents = { [T in keyof WeighingRows]: DataOf<WeighingRows[T]> }
type UndrivenRows = typeof UNDRIVEN_EVENTS
export type UndrivenEvents = { [T in keyof UndrivenRows]: DataOf<UndrivenRows[T]> }
type PlanningRows = typeof PLANNING_EVENTS
export type PlanningEvents = { [T in keyof PlanningRows]: DataOf<PlanningRows[T]> }

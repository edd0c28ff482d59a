import type { EventType } from './events.ts'

/** Looks at a page that lie so close together are one visit. */
const ONE_VISIT_MS = 60 * 60_000

/** Of one reader, in milliseconds since 1970. */
export type Visit = {
  /** The end of the visit before; null in the first. */
  since: number | null
  /** The last look of the visit that runs. */
  at: number
}

/** A look at a page: it goes on with the visit that runs, or begins the next one, which asks what came since the last. */
export function nextVisit(before: Visit | null, now: number): Visit {
  if (before === null) return { since: null, at: now }
  const { since, at } = before
  // a clock that was set back begins no new visit
  if (now - at < ONE_VISIT_MS) return { since, at: Math.max(at, now) }
  return { since: at, at: now }
}

/** What is news to people who were promised something: what came, went, moved on, was done, weighed or dated anew. */
export const NEWS_OF_ISSUES = [
  'issue.closed',
  'issue.reopened',
  'issue.moved',
  'issue.labels_changed',
  'issue.milestone_set',
  'issue.pushed_back',
  'issue.weighed',
  'issue.wait_set',
  'issue.due_set',
  'issue.dri_taken',
  'issue.dri_released',
  'issue.dri_assigned',
  'issue.handed_over',
  'issue.hand_over_accepted',
] as const satisfies EventType[]

export const NEWS_OF_MILESTONE = [
  'milestone.edited',
  'milestone.goals_edited',
  'milestone.frozen',
  'milestone.closed',
  'milestone.reopened',
] as const satisfies EventType[]

type Labels = { added?: unknown; removed?: unknown }

/** A change of labels is news where it changes the state of the work, or what is promised. */
export function isNews(type: string, { added, removed }: Labels): boolean {
  if (type !== 'issue.labels_changed') return true
  return [added, removed].flat().some((label) => tells(label))
}

const tells = (label: unknown): boolean =>
  typeof label === 'object' &&
  label !== null &&
  'meaning' in label &&
  /^(?:deliverable$|workflow\.)/.test(String(label.meaning))

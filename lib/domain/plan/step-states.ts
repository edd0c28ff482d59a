import { spanText } from '#lib/kit/day-text.ts'
import { daysBetween, type PlainDate } from '#lib/kit/plain-date.ts'

import { type StepKey, STEPS } from './steps.ts'

/** Where what is missing is put right. */
export type MissingAt =
  | 'planning-issue'
  | 'boards'
  | 'planning-board'
  | 'capacity'
  | 'issue'
  | 'session'
  | 'selection'
export type Missing = { text: string; to: MissingAt; ref: number | null; person: string | null }

/** What the steps are derived from. Counts are the group's, lists the reader's. */
export type StepFacts = {
  /** `ref` null where the reader may not see it. */
  planningIssue: { ref: number | null } | null
  boards: { planning: boolean; build: boolean }
  /** Mondays that have come since planning began, and those in whose week a refinement issue was opened. */
  refinement: {
    begins: PlainDate | null
    weeks: readonly PlainDate[]
    opened: readonly PlainDate[]
    /** Candidates in planning breakdown without a weight. */
    left: number
  }
  candidates: {
    count: number
    weight: number
    /** They need a weight and have none; of them, those that the reader sees. */
    unweighted: number
    toWeigh: readonly { ref: number; title: string }[]
  }
  /** In weight; null where it is not known. */
  capacity: number | null
  people: readonly { person: string; name: string; confirmed: boolean }[]
  session: {
    day: PlainDate
    time: string
    invited: number
    accepted: number
    waiting: readonly { person: string; name: string }[]
    started: boolean
    heldOn: PlainDate | null
  } | null
  /** Open Deliverables, what could be selected above the cut line beside them, and whether it was posted. */
  selection: { deliverables: number; selectable: number; posted: boolean }
}

export type StepState = {
  key: StepKey
  dueOn: PlainDate
  state: 'done' | 'late' | 'open'
  /** Calendar days since it was due; 0 unless it is late. */
  daysLate: number
  text: string
  count: { done: number; of: number } | null
  missing: Missing[]
  /** Missing beside those. */
  more: number
}

type Found = Pick<StepState, 'text' | 'count' | 'missing'> & { isDone: boolean; more?: number }

/** How many of what is missing are named; the rest is counted. */
const NAMED = 10

/**
 * Handbook › Team Milestone Planning Process: the seven steps, each ticked by what is there, never by hand. What is not done
 * is late from the day after it was due.
 */
export function stepStates(
  facts: StepFacts,
  dueOn: ReadonlyMap<StepKey, PlainDate>,
  today: PlainDate,
): StepState[] {
  return STEPS.map((key) => {
    const { isDone, missing, more = 0, ...found } = FIND[key](facts)
    const due = dueOn.get(key) ?? today
    const isLate = !isDone && due < today
    return {
      key,
      dueOn: due,
      ...found,
      state: isDone ? 'done' : isLate ? 'late' : 'open',
      daysLate: isLate ? daysBetween(due, today) : 0,
      missing: missing.slice(0, NAMED),
      more: more + Math.max(0, missing.length - NAMED),
    }
  })
}

const FIND: Record<StepKey, (facts: StepFacts) => Found> = {
  'planning-issue': ({ planningIssue, boards }) => {
    const missing: Missing[] = [
      ...(planningIssue ? [] : [lacks('Create the planning issue', 'planning-issue')]),
      ...(boards.planning ? [] : [lacks('Create the Planning Board', 'boards')]),
      ...(boards.build ? [] : [lacks('Create the Build Board', 'boards')]),
    ]
    const issue = planningIssue?.ref ? `Issue #${planningIssue.ref}` : 'Planning issue'
    const count = Number(boards.planning) + Number(boards.build)
    const text = `${planningIssue ? issue : 'No planning issue'}, ${counted(count, 'board')}`
    return { isDone: missing.length === 0, text, count: null, missing }
  },
  refinement: ({ refinement: { begins, weeks, opened, left } }) => {
    if (weeks.length === 0) {
      const text = begins === null ? 'No week left for refinement' : `From ${spanText(begins, begins)}`
      return { isDone: false, text, count: null, missing: [] }
    }
    const skipped = weeks.filter((week) => !opened.includes(week))
    const missing = skipped.map((week) => lacks(`Week of ${spanText(week, week)}`, 'planning-board'))
    const isDone = missing.length === 0 || left === 0
    const count = { done: weeks.length - skipped.length, of: weeks.length }
    const text = `${count.done} of ${counted(count.of, 'week')} opened`
    return {
      isDone,
      text: left === 0 ? `${text}, nothing left to refine` : text,
      count,
      missing: isDone ? [] : missing,
    }
  },
  candidates: ({ candidates: { count, weight, unweighted }, capacity }) => {
    const text = `${counted(count, 'candidate')}, weight ${weight}`
    // what has no weight yet counts as the lightest there is
    const isDone = count > 0 && (capacity === null || weight + unweighted >= capacity)
    const missing = isDone ? [] : [lacks(missingWeight(weight, capacity), 'planning-board')]
    return { isDone, text, count: null, missing }
  },
  capacity: ({ people }) => {
    const waiting = people.filter(({ confirmed }) => !confirmed)
    const count = { done: people.length - waiting.length, of: people.length }
    const missing = waiting.map(({ person, name }) => ({ ...lacks(name, 'capacity'), person }))
    if (people.length === 0) return { isDone: false, text: 'No member has days in it', count: null, missing }
    const text = `${count.done} of ${count.of} confirmed their days`
    return { isDone: waiting.length === 0, text, count, missing }
  },
  weights: ({ candidates: { count: of, unweighted, toWeigh } }) => {
    const count = { done: of - unweighted, of }
    const missing = toWeigh.map(({ ref, title }) => ({ ...lacks(title, 'issue'), ref }))
    return {
      isDone: of > 0 && unweighted === 0,
      text: of === 0 ? 'No candidates' : `${count.done} of ${counted(of, 'candidate')} weighed`,
      count: of === 0 ? null : count,
      missing,
      more: unweighted - toWeigh.length,
    }
  },
  session: ({ session }) => {
    if (!session) {
      return {
        isDone: false,
        text: 'Not scheduled',
        count: null,
        missing: [lacks('Schedule the session', 'session')],
      }
    }
    const { invited, accepted, started, heldOn, waiting } = session
    const count = { done: accepted, of: invited }
    if (heldOn) return { isDone: true, text: `Held on ${spanText(heldOn, heldOn)}`, count: null, missing: [] }
    if (started) {
      return { isDone: false, text: 'Running now', count, missing: [lacks('End the session', 'session')] }
    }
    const missing = waiting.map(({ person, name }) => ({ ...lacks(`Answer of ${name}`, 'session'), person }))
    return { isDone: false, text: `${accepted} of ${invited} accepted`, count, missing }
  },
  assignment: ({ selection: { deliverables, selectable, posted } }) => {
    const count = { done: deliverables, of: deliverables + selectable }
    const missing = [
      ...(deliverables === 0 ? [lacks('Select Deliverables', 'selection')] : []),
      ...(posted ? [] : [lacks('Post capacity and DRIs', 'planning-issue')]),
    ]
    const text = `${count.done} of ${count.of} assigned, ${posted ? 'posted' : 'not posted'}`
    return { isDone: deliverables > 0 && posted, text, count, missing }
  },
}

const lacks = (text: string, to: MissingAt): Missing => ({ text, to, ref: null, person: null })

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`

const missingWeight = (weight: number, capacity: number | null): string =>
  capacity === null ? 'Add candidates' : `Add candidates: weight ${weight} of ${capacity}`

import { z } from 'zod'
import { capacityFacts } from './boards.ts'
import { absence } from './facts.ts'
import { endpoint } from './endpoint.ts'
import { card } from './issues.ts'
import { inGroup, instant } from './shapes.ts'

const named = { ref: z.number(), title: z.string() }

/** The first of a list, how long it is, and the filter that shows all of it. */
const narrowed = z.strictObject({ filter: z.string(), total: z.number(), first: z.array(card) })

/** What needs one person in one group, the most pressing first; each list is short, and whole. */
export const week = z.strictObject({
  /** A milestone in which my days wait to be confirmed, and who asked for them last. */
  days: z
    .strictObject({
      milestone: z.strictObject({ slug: z.string(), title: z.string() }),
      asked: z.strictObject({ by: z.string(), at: instant }).nullable(),
    })
    .nullable(),
  /** The status updates that I owe this week: of so many subjects, and for how many there is none yet. */
  updates: z
    .strictObject({ week: z.string(), dueOn: z.string(), subjects: z.number(), left: z.number() })
    .nullable(),
  /** Open actions of retrospectives that are mine, the earliest due first. */
  actions: z.array(
    z.strictObject({ id: z.number(), month: z.string(), text: z.string(), dueOn: z.string() }),
  ),
  /** Mentions of mine that I have neither answered nor marked with an emoji, the oldest first. */
  mentions: z.array(
    z.strictObject({
      ...named,
      by: z.string(),
      at: instant,
      words: z.string(),
      comment: z.number().nullable(),
    }),
  ),
  /** Of open issues that I am asked to take over; `from` drives it until I accept. The oldest first. */
  handOvers: z.array(
    z.strictObject({
      ...named,
      offer: z.number(),
      from: z.string(),
      by: z.string(),
      at: instant,
      context: z.string(),
    }),
  ),
  /** Open weighings in which my weight is missing. */
  weighings: z.array(z.strictObject({ ...named, by: z.string(), at: instant })),
  /** Open issues that I drive or work on; the blocked ones are among them. */
  mine: z.array(card),
  /** When I am away, today or within the coming week, while I drive open issues: they may need cover. */
  away: absence.nullable(),
  /** Promised for the current milestone, ready, and driven by nobody: the next to take. */
  next: z.array(card),
  /** For the person who leads: what drifts, what the rules find, and how much of the milestone is said. */
  lead: z
    .strictObject({
      drift: z.array(z.strictObject({ ...named, because: z.string() })),
      /** Of all open issues: how many are open, in how many something is found, and what. */
      open: z.number(),
      toFix: z.number(),
      findings: z.array(z.strictObject({ name: z.string(), total: z.number() })),
      milestone: z
        .strictObject({
          slug: z.string(),
          title: z.string(),
          committed: z.number(),
          done: z.number(),
          unweighted: z.number(),
          capacity: capacityFacts.nullable(),
        })
        .nullable(),
    })
    .nullable(),
  /** For whoever plans: candidates without a weight, what is to be refined, whether it fits, and what is missing. */
  plan: z
    .strictObject({
      /** Null while there is no milestone after the current one. */
      next: z
        .strictObject({
          slug: z.string(),
          title: z.string(),
          startOn: z.string(),
          /** Number of its planning issue. */
          planningIssue: z.number().nullable(),
        })
        .nullable(),
      /** Title of the current milestone. */
      current: z.string().nullable(),
      unweighted: narrowed,
      refine: narrowed,
      load: z
        .strictObject({
          board: z.string(),
          milestone: z.string(),
          title: z.string(),
          weight: z.number(),
          capacity: z.number().nullable(),
          /** How many cards the capacity does not reach. */
          below: z.number(),
        })
        .nullable(),
    })
    .nullable(),
})
export type Week = z.output<typeof week>

export const readWeek = endpoint({
  id: 'people.week',
  method: 'GET',
  path: '/groups/{group}/week',
  summary:
    'What needs you this week: mentions, hand-overs, estimates, the issues you drive and what comes next; for the EM also drift, for the PM planning',
  input: z.strictObject(inGroup),
  output: week,
  reads: [
    'updates',
    'retrospectives',
    'planning_issues',
    'issues',
    'weighings',
    'milestones',
    'boards',
    'labels',
    'teams',
    'people',
    'inbox',
    'capacity',
    'time_off',
    'working_times',
  ],
})

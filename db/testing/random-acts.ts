import { Failure } from '#lib/kit/failure.ts'
import { undoEvent } from '../commands/undo.ts'
import type { Ctx } from '../context.ts'
import { lastEvent } from '../queries/events.ts'
import { ON_COMMITMENTS } from './random-acts-commitments.ts'
import { ON_THE_GROUP } from './random-acts-group.ts'
import { ON_ISSUES } from './random-acts-issues.ts'
import { type Act, type Given, group, type Step } from './random-given.ts'

const PEOPLE = ['mohamed', 'mohamed', 'julie', 'jordan', 'newick', 'cindy']

/** What is taken back is found by itself: it is one of the newest. */
export const UNDO = 'something is taken back'
type Named = readonly [name: string, act: Act | null]
const unnamed = (acts: readonly Act[]): Named[] => acts.map((act) => ['', act])

/** Half of all acts are on issues; of the rest, half take something back, and so on with what was taken back. */
const EVERYTHING: readonly (readonly Named[])[] = [
  unnamed(ON_ISSUES),
  [...unnamed(ON_ISSUES), ...Object.entries(ON_COMMITMENTS)],
  unnamed(ON_THE_GROUP),
  [[UNDO, null]],
]

/** The rules refuse most tries of these. */
const OFTEN_REFUSED: readonly Named[] = (
  [
    'a Deliverable is created',
    'an issue gets another milestone',
    'a milestone gets other days',
    'a milestone is closed',
    'a milestone is opened again',
    'a milestone is opened again',
    'a label is removed',
  ] as const
).map((name) => [name, ON_COMMITMENTS[name]])

/** What the ratio of a milestone is counted by, and its undoing, which is one act in five. */
export const COMMITMENTS: readonly (readonly Named[])[] = [
  ...Array.from({ length: 3 }, () => Object.entries(ON_COMMITMENTS)),
  OFTEN_REFUSED,
  [[UNDO, null]],
]

/**
 * Does what the numbers say, through the commands that people use; what the rules refuse changes nothing.
 *
 * @returns what was done; null where it was refused
 */
export async function actAtRandom(
  ctx: Ctx,
  as: (handle: string) => Promise<Ctx>,
  step: Step,
  kinds = EVERYTHING,
): Promise<string | null> {
  const acts = kinds[step.act % kinds.length] ?? []
  const [name, act] = acts[Math.floor(step.act / kinds.length) % acts.length] ?? ['', null]
  try {
    if (act === null) await undoSome(ctx, as, step)
    else
      await act(
        await person(ctx, as, step, name !== ''),
        given(step, name === '' ? FIRST_ISSUES : await howMany(ctx)),
      )
    return name
  } catch (error) {
    if (error instanceof Failure) return null
    throw error
  }
}

/** Most of what is counted is the engineering manager's to do. */
async function person(
  ctx: Ctx,
  as: (handle: string) => Promise<Ctx>,
  { who }: Step,
  commits: boolean,
): Promise<Ctx> {
  const handle = commits && who % 4 !== 0 ? 'mohamed' : PEOPLE[who % PEOPLE.length]
  return { ...(await as(handle ?? 'mohamed')), now: ctx.now, group: ctx.group }
}

function given({ ref, what }: Step, issues: number): Given {
  // safe because no list is empty, and the remainder is within it
  const pick = <T>(list: readonly T[]): T => list[what % list.length] as T
  const other = 1 + ((ref + 1 + (what % 3)) % issues)
  return { ref: 1 + (ref % issues), other, what, more: Math.floor(what / 20), pick }
}

const FIRST_ISSUES = 5

async function howMany(ctx: Ctx): Promise<number> {
  const { rows } = await ctx.db.query<{ n: number }>(
    'select count(*)::int as n from issues where group_id = 1',
  )
  return Math.max(1, rows[0]?.n ?? 1)
}

/** One of the newest events, by who did it: an undoing among them, which brings back what it took back. */
async function undoSome(ctx: Ctx, as: (handle: string) => Promise<Ctx>, { what }: Step): Promise<void> {
  const event = (await lastEvent(ctx)) - (what % 12)
  const { rows } = await ctx.db.query<{ handle: string }>(
    'select p.handle from events e join people p on p.id = e.actor_id where e.group_id = 1 and e.number = $1',
    [event],
  )
  if (!rows[0]) return
  await undoEvent({ ...(await as(rows[0].handle)), now: ctx.now, group: ctx.group }, { group, event })
}

import type { InputOf } from '#lib/contract/endpoint.ts'
import type { listSayDo as endpoint, SayDoSeries, SeriesMilestone } from '#lib/contract/say-do.ts'
import { currentOf, isOver } from '#lib/domain/milestones.ts'
import { measured, percentOf, ratioOf, type Unit } from '#lib/domain/say-do/definitions.ts'
import { together } from '#lib/domain/say-do/organisation.ts'
import { paretoOf } from '#lib/domain/say-do/pareto.ts'
import { eachPart, partOf, sumOf } from '#lib/domain/say-do/parts.ts'
import { sentenceOf } from '#lib/domain/say-do/sentence.ts'
import { medianOf, rolling, spreadOf, WINDOW } from '#lib/domain/say-do/spread.ts'
import { warningsOf } from '#lib/domain/say-do/warnings.ts'
import { WORK_TYPES } from '#lib/domain/labels.ts'
import type { Ctx } from '../context.ts'
import { teamBySlug } from './facts.ts'
import { keptUntilChange } from './kept.ts'
import { milestoneFacts, type MilestoneRow, milestonesOf, todayOf } from './milestones.ts'
import { frozenRows, type SayDoRow } from './say-do-frozen.ts'
import { type Box, ledgerDetails } from './say-do-ledger.ts'

type Input = Omit<InputOf<typeof endpoint>, 'group' | 'at'>
type Told = { box: Box; rows: SayDoRow[] }

/** Say/Do of the last milestones: those that are over, and the one that runs beside them. */
export async function listSayDo(ctx: Ctx, input: Input): Promise<SayDoSeries> {
  const { last = WINDOW, by = 'issues' } = input
  const [{ over, running }, team] = await Promise.all([
    toldOf(ctx, last),
    input.team === undefined ? null : teamBySlug(ctx, input.team),
  ])
  const asked = { ...input, by }
  const narrowed = over.map((one) => narrow(one, asked))
  // The five before the first are there for its median alone.
  const ratios = narrowed.map(({ rows }) => ratioIn(rows, by))
  const rolled = rolling(ratios)
  const from = Math.max(0, over.length - last)
  const shown = narrowed.slice(from)
  const both = [...over.slice(from), ...running]
  const slips = shown.flatMap(({ box, rows }) => rows.map((row) => ({ ...row, milestone: box.slug })))
  const whole = together(shown.map(({ rows }) => doneAndSaid(rows, by)))
  const teams = new Map(
    both.flatMap(({ rows }) => rows.flatMap(({ team }) => (team ? [[team.slug, team]] : []))),
  )
  const held = new Set(both.flatMap(({ rows }) => rows.map(({ type }) => type)))
  return {
    at: null,
    by,
    sentence: sentenceIn(shown.at(-1), { by, type: input.type, team: team?.name }, rolled.at(-1)),
    milestones: [
      ...shown.map((one, at) => ({
        ...milestoneOf(one, by, false),
        median: rolled[from + at]?.median ?? null,
        spread: rolled[from + at]?.spread ?? null,
      })),
      ...running.map((one) => milestoneOf(narrow(one, asked), by, true)),
    ],
    whole,
    median: medianOf(ratios.slice(from)),
    spread: spreadOf(ratios.slice(from)),
    reasons: paretoOf(slips).map(({ issues, ...row }) => ({
      ...row,
      issues: issues.filter((one) => one.shown).map(({ ref, milestone }) => ({ ref, milestone })),
    })),
    teams: [...teams.values()].toSorted((a, b) => a.name.localeCompare(b.name)),
    types: WORK_TYPES.filter((type) => held.has(type)),
  }
}

/** The same for all readers of the same sight, and read once after each change. */
export const keptSeries = keptUntilChange(listSayDo)

/** The latest first; `last` of those that are over, and those before by which the first one's median is counted. */
export async function milestonesTold(
  ctx: Ctx,
  { last = WINDOW }: Pick<Input, 'last'>,
): Promise<{ over: Box[]; running: Box[] }> {
  const [all, today] = [await milestonesOf(ctx), todayOf(ctx)]
  const boxes = boxesAmong(all)
  const current = currentOf(all, today)
  return {
    over: boxes.filter((one) => isOver(milestoneFacts(one), today)).slice(0, last + WINDOW - 1),
    running: boxes.filter(({ id, closedAt }) => id === current?.id && closedAt === null),
  }
}

/** The oldest first. */
async function toldOf(ctx: Ctx, last: number): Promise<{ over: Told[]; running: Told[] }> {
  const { over, running } = await milestonesTold(ctx, { last })
  const rows = await rowsIn(ctx, [...over, ...running])
  const told = (box: Box): Told => ({ box, rows: rows.get(box.id) ?? [] })
  return { over: over.toReversed().map(told), running: running.map(told) }
}

/** Those with days, in the same order. */
export const boxesAmong = (all: readonly MilestoneRow[]): Box[] =>
  all.flatMap((one) => {
    const { startOn, dueOn } = one
    return startOn !== null && dueOn !== null ? [{ ...one, startOn, dueOn }] : []
  })

/** What was assigned in each of these milestones, by its id: as it was frozen, and until that is done by its events. */
export async function rowsIn(ctx: Ctx, boxes: readonly Box[]): Promise<ReadonlyMap<string, SayDoRow[]>> {
  const [kept, ...computed] = await Promise.all([
    frozenRows(
      ctx,
      boxes.filter(({ frozenAt }) => frozenAt !== null),
    ),
    ...boxes
      .filter(({ frozenAt }) => frozenAt === null)
      .map(async (box) => [box.id, await ledgerDetails(ctx, box)] as const),
  ])
  return new Map<string, SayDoRow[]>([...kept, ...computed])
}

const narrow = ({ box, rows }: Told, { team, type }: Input): Told => ({
  box,
  rows: rows.filter(
    (row) => (team === undefined || row.team?.slug === team) && (type === undefined || row.type === type),
  ),
})

const doneAndSaid = (rows: readonly SayDoRow[], by: Unit) => ({
  done: measured(partOf('completed', rows), by),
  said: measured(rows, by),
})
const ratioIn = (rows: readonly SayDoRow[], by: Unit) => ratioOf(doneAndSaid(rows, by))

function milestoneOf({ box, rows }: Told, by: Unit, runs: boolean): SeriesMilestone {
  const sums = doneAndSaid(rows, by)
  const ratio = ratioOf(sums)
  const shown = rows.filter((row) => row.shown)
  return {
    milestone: milestoneFacts(box),
    runs,
    frozenAt: runs ? null : box.frozenAt,
    parts: eachPart((part) => ({
      ...sumOf(partOf(part, rows)),
      refs: partOf(part, shown).map(({ ref }) => ref),
    })),
    ...sums,
    ratio,
    percent: percentOf(ratio),
    median: null,
    spread: null,
    notShown: rows.length - shown.length,
    warnings: warningsOf({ said: rows.length, ratio }, runs),
  }
}

function sentenceIn(
  latest: Told | undefined,
  { by, team, type }: Pick<Input, 'team' | 'type'> & { by: Unit },
  rolled: { median: number | null; of: number } | undefined,
): string {
  if (!latest) return 'No milestone is over yet. Say/Do begins with the first one that ends.'
  const { box, rows } = latest
  const sums = doneAndSaid(rows, by)
  return sentenceOf({
    title: box.title,
    phase: { is: 'over' },
    ...sums,
    ratio: ratioOf(sums),
    rolling: rolled ?? { median: null, of: 0 },
    slips: partOf('slipped', rows).map(({ reason }) => reason),
    by,
    team,
    type,
  })
}

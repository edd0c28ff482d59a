import type { OutputOf } from '#lib/contract/endpoint.ts'
import type { MilestoneFacts } from '#lib/contract/facts.ts'
import type { listMilestones as endpoint } from '#lib/contract/milestones.ts'
import { currentOf, nextOf, proposalFor, type Milestone, type Shelf } from '#lib/domain/milestones.ts'
import { dayIn } from '#lib/kit/zone.ts'
import type { Ctx } from '../context.ts'
import type { BoardFacts } from './board-facts.ts'

export type MilestoneRow = Milestone & {
  slug: string
  /** The moment as of which its outcome is frozen, in ISO 8601. */
  frozenAt: string | null
}

type Row = {
  id: string
  slug: string
  title: string
  shelf: Shelf | null
  startOn: string | null
  dueOn: string | null
  closedAt: Date | null
  frozenAt: Date | null
}

/** Timeboxes, latest first, then the shelves as they were laid out. */
export async function milestonesOf(ctx: Ctx): Promise<MilestoneRow[]> {
  const { rows } = await ctx.db.query<Row>({
    name: 'milestones',
    text: `select id::text, slug, title, shelf, start_on as "startOn", due_on as "dueOn", closed_at as "closedAt",
        frozen_at as "frozenAt"
      from milestones where group_id = $1 order by start_on desc nulls last, id`,
    values: [ctx.group.id],
  })
  return rows.map((row) => ({
    ...row,
    kind: row.shelf === null ? ('timebox' as const) : ('shelf' as const),
    closedAt: row.closedAt?.toISOString() ?? null,
    frozenAt: row.frozenAt?.toISOString() ?? null,
  }))
}

export const todayOf = (ctx: Ctx) => dayIn(ctx.group.zone, ctx.now)

type Timeboxes = { current: MilestoneRow | null; next: MilestoneRow | null }

export const timeboxes = async (ctx: Ctx): Promise<Timeboxes> =>
  timeboxesIn(await milestonesOf(ctx), todayOf(ctx))

/** For callers who have read all milestones. */
export const timeboxesIn = (all: MilestoneRow[], today: string): Timeboxes => ({
  current: currentOf(all, today),
  next: nextOf(all, today),
})

export const milestoneFacts = (row: MilestoneRow): MilestoneFacts => ({
  id: row.id,
  slug: row.slug,
  title: row.title,
  shelf: row.shelf,
  startOn: row.startOn,
  dueOn: row.dueOn,
  closed: row.closedAt !== null,
})

export async function listMilestones(ctx: Ctx): Promise<OutputOf<typeof endpoint>> {
  const all = await milestonesOf(ctx)
  const today = todayOf(ctx)
  const { title, startOn, dueOn } = proposalFor(all, today)
  return {
    items: all.map(milestoneFacts),
    current: currentOf(all, today)?.slug ?? null,
    next: nextOf(all, today)?.slug ?? null,
    proposed: { title, startOn, dueOn },
  }
}

/** Which milestone a board shows unless the reader picks one. */
export function milestoneOfBoard(
  board: Pick<BoardFacts, 'milestoneRule' | 'milestoneId'>,
  all: MilestoneRow[],
  today: string,
): MilestoneRow | null {
  if (board.milestoneRule === 'any') return null
  if (board.milestoneRule === 'fixed') return all.find((one) => one.id === board.milestoneId) ?? null
  const latest = all.find((one) => one.kind === 'timebox') ?? null
  const current = currentOf(all, today)
  return board.milestoneRule === 'current' ? (current ?? latest) : (nextOf(all, today) ?? current ?? latest)
}

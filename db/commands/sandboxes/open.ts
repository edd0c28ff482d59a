import type { InputOf } from '#lib/contract/endpoint.ts'
import type { dropSandbox as dropping, openSandbox as opening } from '#lib/contract/sandboxes.ts'
import type { TitledRef } from '#lib/domain/event-refs.ts'
import type { SandboxRef } from '#lib/domain/events/sandboxes.ts'
import { type SandboxState, whyNotOpen } from '#lib/domain/sandbox/changes.ts'
import { Failure } from '#lib/kit/failure.ts'
import { authorise, type Ctx } from '../../context.ts'
import { record } from '../../events/record.ts'
import { lastEvent } from '../../queries/events.ts'
import { sandboxBySlug, type SandboxRow } from '../../queries/sandboxes.ts'
import { inTransaction } from '../../transaction.ts'
import { planned } from '../capacity/planned.ts'
import { slugOf } from '../milestones.ts'

const LONGEST = 60

/** Opens a what-if: from here on it is said of the live plan what changed meanwhile. */
export const openSandbox = (ctx: Ctx, input: InputOf<typeof opening> & { sample?: boolean }) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'sandbox.edit')
    const { id, title: milestone } = await planned(ctx, input.milestone)
    const { title } = input
    const [base, slug] = [await lastEvent(ctx), await freeSlug(ctx, Number(id), title)]
    const { rows } = await ctx.db.query<{ id: number }>(
      `insert into sandboxes (group_id, milestone_id, slug, title, by_id, base_event, created_at, sample)
        values ($1, $2, $3, $4, $5, $6, $7, $8) returning id`,
      [ctx.group.id, Number(id), slug, title, ctx.actor.id, base, ctx.now, input.sample ?? false],
    )
    const sandbox = { id: rows[0]?.id ?? 0, slug, title }
    const data = { milestone: { id, title: milestone }, sandbox, base }
    return { sandbox: slug, event: await record(ctx, { type: 'sandbox.opened', data }) }
  })

/** Two that are called alike have addresses of their own. */
async function freeSlug(ctx: Ctx, milestone: number, title: string): Promise<string> {
  const base = slugOf(title).slice(0, LONGEST)
  const { rows } = await ctx.db.query<{ slug: string }>(
    'select slug from sandboxes where group_id = $1 and milestone_id = $2',
    [ctx.group.id, milestone],
  )
  const taken = new Set(rows.map(({ slug }) => slug))
  if (!taken.has(base)) return base
  for (let next = 2; ; next += 1) if (!taken.has(`${base}-${next}`)) return `${base}-${next}`
}

export const dropSandbox = (ctx: Ctx, { milestone, sandbox: slug }: InputOf<typeof dropping>) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'sandbox.edit')
    return { event: await drop(ctx, await openOne(ctx, milestone, slug)) }
  })

export type Named = { milestone: TitledRef; sandbox: SandboxRef }
type Opened = Named & { row: SandboxRow }

/** A sandbox that can be changed. @throws not_found; conflict where it has ended */
export async function openOne(ctx: Ctx, milestone: string, slug: string): Promise<Opened> {
  const { id, title } = await planned(ctx, milestone)
  const row = await sandboxBySlug(ctx, Number(id), slug)
  const ended = whyNotOpen(row)
  if (ended) throw new Failure('conflict', ended.because, { rule: ended.code })
  return { milestone: { id, title }, sandbox: { id: row.id, slug: row.slug, title: row.title }, row }
}

export async function drop(ctx: Ctx, { milestone, sandbox }: Named): Promise<number> {
  await writeState(ctx, sandbox.id, 'dropped')
  return record(ctx, { type: 'sandbox.dropped', data: { milestone, sandbox } })
}

/** Says that it was applied: what it holds is applied by the caller. */
export async function markApplied(
  ctx: Ctx,
  { milestone, sandbox }: Named,
  leftOut: readonly number[],
): Promise<number> {
  await writeState(ctx, sandbox.id, 'applied')
  await writeLeftOut(ctx, sandbox.id, leftOut)
  return record(ctx, { type: 'sandbox.applied', data: { milestone, sandbox, leftOut: [...leftOut] } })
}

/** It is open again, and what stood in it counts. */
export async function reopen(
  ctx: Ctx,
  { milestone, sandbox }: Named,
  { from, leftOut }: { from: 'applied' | 'dropped'; leftOut: readonly number[] },
): Promise<number> {
  await writeState(ctx, sandbox.id, 'open')
  await writeLeftOut(ctx, sandbox.id, [])
  const data = { milestone, sandbox, from, leftOut: [...leftOut] }
  return record(ctx, { type: 'sandbox.reopened', data })
}

async function writeState(ctx: Ctx, id: number, state: SandboxState): Promise<void> {
  const [at, by] = state === 'open' ? [null, null] : [ctx.now, ctx.actor.id]
  await ctx.db.query(
    'update sandboxes set state = $3, ended_at = $4, ended_by_id = $5 where group_id = $1 and id = $2',
    [ctx.group.id, id, state, at, by],
  )
}

const writeLeftOut = (ctx: Ctx, id: number, leftOut: readonly number[]) =>
  ctx.db.query(
    'update sandbox_changes set left_out = id = any($3::int[]) where group_id = $1 and sandbox_id = $2',
    [ctx.group.id, id, leftOut],
  )

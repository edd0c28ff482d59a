import type { SandboxRef } from '#lib/domain/events/sandboxes.ts'
import { type SandboxState, whyNotOpen } from '#lib/domain/sandbox/changes.ts'
import { insist, notFound } from '#lib/kit/failure.ts'
import type { UndoHandlers } from '../undo-handler.ts'
import { authorise, type Ctx } from '../../context.ts'
import { drop, markApplied, reopen } from './open.ts'
import { eraseChange, writeChange } from './rows.ts'

/** Applying is taken back together with all that it made: the what-if is open again, as it was. */
export const sandboxesUndo: UndoHandlers<'sandbox'> = {
  'sandbox.opened': (ctx, { data }) => drop(mayEdit(ctx), data),
  'sandbox.change_added': async (ctx, { data: { milestone, sandbox, id, change, reason, by, seen } }) =>
    eraseChange(await stillOpen(ctx, sandbox), { milestone, sandbox, id, change, reason, by, seen }),
  'sandbox.change_removed': async (ctx, { data: { milestone, sandbox, id, change, reason, by, seen } }) =>
    writeChange(await stillOpen(ctx, sandbox), { milestone, sandbox, id, change, reason, by, seen }),
  'sandbox.applied': (ctx, { data }) =>
    reopen(mayEdit(ctx), data, { from: 'applied', leftOut: data.leftOut }),
  'sandbox.dropped': (ctx, { data }) => reopen(mayEdit(ctx), data, { from: 'dropped', leftOut: [] }),
  'sandbox.reopened': (ctx, { data }) =>
    data.from === 'dropped' ? drop(mayEdit(ctx), data) : markApplied(mayEdit(ctx), data, data.leftOut),
}

/** What it holds is changed only while it is open. */
async function stillOpen(ctx: Ctx, { id, title }: SandboxRef): Promise<Ctx> {
  const { rows } = await ctx.db.query<{ state: SandboxState }>(
    'select state from sandboxes where group_id = $1 and id = $2',
    [ctx.group.id, id],
  )
  if (!rows[0]) throw notFound(`The what-if “${title}”`)
  insist(whyNotOpen({ title, state: rows[0].state }))
  return mayEdit(ctx)
}

function mayEdit(ctx: Ctx): Ctx {
  authorise(ctx, 'sandbox.edit')
  return ctx
}

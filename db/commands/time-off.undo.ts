import { actOfChange } from '#lib/domain/time-off.ts'
import { notFound } from '#lib/kit/failure.ts'
import { authorise, type Ctx } from '../context.ts'
import { entryById, type KeptEntry } from '../queries/time-off.ts'
import { changeEntry, dropEntry, insistFree, timeOffData, putEntry, recordAdded } from './time-off-rows.ts'
import type { UndoHandlers } from './undo-handler.ts'

export const timeOffUndo: UndoHandlers<'time_off'> = {
  'time_off.added': async (ctx, { data }) =>
    dropEntry(ctx, await entryOf(ctx, data.id, false), { back: data.reopened }),
  'time_off.edited': async (ctx, { data: { id, from, reopened } }) => {
    const entry = await entryOf(ctx, id, false)
    await insistFree(ctx, entry, from)
    return changeEntry(ctx, entry, from, { back: reopened })
  },
  'time_off.removed': async (ctx, { data }) => {
    const entry = await entryOf(ctx, data.id, true)
    await insistFree(ctx, entry, data)
    await putEntry(ctx, entry, timeOffData(data))
    return recordAdded(ctx, entry, timeOffData(data), { back: data.reopened })
  },
}

async function entryOf(ctx: Ctx, id: number, removed: boolean): Promise<KeptEntry> {
  const entry = await entryById(ctx, id)
  if (!entry || entry.removed !== removed) throw notFound('This time off')
  authorise(ctx, actOfChange(entry.person.id === ctx.actor.id))
  return entry
}

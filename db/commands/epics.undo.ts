import type { Ctx } from '../context.ts'
import { closeEpic, editEpic, epicFacts, leadEpic, reopenEpic } from './epics-edit.ts'
import { handleOf } from './people.undo.ts'
import type { WaysBack } from './undo-handler.ts'

export const epicsBack: WaysBack<'epic'> = {
  // What has a number keeps it: others may have named it by then.
  'epic.created': (ctx, { data }) => closeEpic(ctx, epic(ctx, data.number)),
  'epic.edited': async (ctx, { data: { number, title, description } }) => {
    const { version } = await epicFacts(ctx, number)
    const texts = { title: title?.from, description: description?.from }
    return editEpic(ctx, { ...epic(ctx, number), ...texts, version })
  },
  'epic.tech_lead_set': async (ctx, { data: { number, from } }) =>
    leadEpic(ctx, { ...epic(ctx, number), person: from && (await handleOf(ctx, from.id)) }),
  'epic.closed': (ctx, { data }) => reopenEpic(ctx, epic(ctx, data.number)),
  'epic.reopened': (ctx, { data }) => closeEpic(ctx, epic(ctx, data.number)),
}

const epic = (ctx: Ctx, number: number) => ({ group: ctx.group.slug, epic: number })

import { epicSubject } from '#lib/domain/subjects.ts'
import { Failure, insist, notFound } from '#lib/kit/failure.ts'
import { authorise, type Ctx } from '../context.ts'
import { rolesOf } from '../queries/facts.ts'
import { waitingOffer } from '../queries/hand-overs.ts'
import { closeEpic, editEpic, epicFacts, leadEpic, reopenEpic } from './epics-edit.ts'
import { withdrawEpic } from './hand-overs/answer.ts'
import { writeHandOver } from './hand-overs/hand-over.ts'
import { handedEpic } from './hand-overs/handed.ts'
import { handleOf } from './people.undo.ts'
import type { UndoHandlers } from './undo-handler.ts'

export const epicsUndo: UndoHandlers<'epic'> = {
  // What has a number keeps it: others may have named it by then.
  'epic.created': (ctx, { data }) => closeEpic(ctx, epic(ctx, data.number)),
  'epic.edited': async (ctx, { data: { number, title, description } }) => {
    const { version } = await epicFacts(ctx, number)
    const texts = { title: title?.from, description: description?.from }
    return editEpic(ctx, { ...epic(ctx, number), ...texts, version })
  },
  'epic.tech_lead_set': async (ctx, { data: { number, from } }) =>
    leadEpic(ctx, { ...epic(ctx, number), person: from && (await handleOf(ctx, from.id)) }),
  'epic.handed_over': async (ctx, { data: { number, from, to, context } }) => {
    authorise(ctx, 'assign.others')
    const handed = await handedEpic(ctx, number)
    if (handed.driver?.id !== to.id)
      throw new Failure('conflict', `${to.name} is no longer the tech lead.`, { rule: 'changed_since' })
    insist(handed.whyNotDrive({ name: from.name, roles: await rolesOf(ctx, from.id) }))
    return writeHandOver(ctx, handed, to, from, context)
  },
  'epic.hand_over_offered': async (ctx, { data: { number } }) => {
    const offer = await waitingOffer(ctx, epicSubject(number))
    if (!offer) throw notFound('The hand-over')
    return withdrawEpic(ctx, { ...epic(ctx, number), offer: offer.id })
  },
  'epic.closed': (ctx, { data }) => reopenEpic(ctx, epic(ctx, data.number)),
  'epic.reopened': (ctx, { data }) => closeEpic(ctx, epic(ctx, data.number)),
}

const epic = (ctx: Ctx, number: number) => ({ group: ctx.group.slug, epic: number })

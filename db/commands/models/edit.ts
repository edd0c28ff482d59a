import type { InputOf } from '#lib/contract/endpoint.ts'
import type { editModel as endpoint } from '#lib/contract/models.ts'
import type { ModelData } from '#lib/domain/events/models.ts'
import { type Answer, offeringsOf, type Waiver, whyNotModel, whyNotWaive } from '#lib/domain/models/models.ts'
import { insist, notFound } from '#lib/kit/failure.ts'
import { authorise, type Ctx } from '../../context.ts'
import { record } from '../../events/record.ts'
import { lastEvent } from '../../queries/events.ts'
import { memberByHandle } from '../../queries/facts.ts'
import { modelById, type ModelFacts, questionsOf } from '../../queries/models.ts'
import { inTransaction } from '../../transaction.ts'
import { meOf } from '../issues/dri.ts'
import { answerQuestion } from './answers.ts'
import { changedModel, factsOf, namesOf, personOf } from './models.ts'

type Input = InputOf<typeof endpoint>

/** What is given is changed, all of it or none: facts and answers by those who edit the register, the waiver by the EM. */
export const editModel = (ctx: Ctx, { model: id, answers = [], waiver, ...given }: Input) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, waiver === undefined ? 'model.edit' : 'model.waive')
    const now = await modelById(ctx, id)
    const events = [await editFacts(ctx, now, given)]
    const { questions } = await questionsOf(ctx)
    for (const { question, answer } of answers) {
      const asked = questions.find((one) => one.id === question)
      if (!asked) throw notFound('This question')
      events.push(
        await answerQuestion(ctx, now, asked, answer && { ...wholeAnswer(answer), asked: asked.text }),
      )
    }
    if (waiver !== undefined) {
      insist(waiver && whyNotWaive(waiver))
      const { id: me, name } = meOf(ctx)
      events.push(await setWaiver(ctx, now, waiver && { by: { id: me, name }, reason: waiver.reason.trim() }))
    }
    const written = events.findLast((event) => event !== null)
    return changedModel(ctx, id, written ?? (await lastEvent(ctx)))
  })

type Given = NonNullable<NonNullable<Input['answers']>[number]['answer']>

/** A no holds until there is another answer. */
const wholeAnswer = ({ verdict, evidence = '', note = '', expiresOn = null }: Given): Answer => ({
  verdict,
  evidence: evidence.trim(),
  note: note.trim(),
  expiresOn: verdict === 'yes' ? expiresOn : null,
})

type Facts = Pick<Input, 'name' | 'offered' | 'note' | 'owner'>

async function editFacts(ctx: Ctx, now: ModelFacts, given: Facts): Promise<number | null> {
  const from = factsOf(now)
  const owner =
    given.owner === undefined || given.owner === (now.owner?.handle ?? null)
      ? from.owner
      : given.owner && personOf(await memberByHandle(ctx, given.owner))
  return writeFacts(ctx, now, {
    name: given.name?.trim() ?? from.name,
    offered: given.offered ? offeringsOf(given.offered) : from.offered,
    note: given.note?.trim() ?? from.note,
    owner: owner || null,
  })
}

export async function writeFacts(ctx: Ctx, now: ModelFacts, to: ModelData): Promise<number | null> {
  const from = factsOf(now)
  if (JSON.stringify(from) === JSON.stringify(to)) return null
  insist(whyNotModel(to, await namesOf(ctx, now.id)))
  await ctx.db.query(
    'update models set name = $3, offered = $4, note = $5, owner_id = $6 where group_id = $1 and id = $2',
    [ctx.group.id, now.id, to.name, to.offered, to.note, to.owner?.id ?? null],
  )
  return record(ctx, { type: 'model.edited', data: { id: now.id, from, to } })
}

export async function setWaiver(ctx: Ctx, now: ModelFacts, to: Waiver | null): Promise<number | null> {
  const from = now.waiver && { by: personOf(now.waiver.by), reason: now.waiver.reason }
  if (JSON.stringify(from) === JSON.stringify(to)) return null
  await ctx.db.query(
    'update models set waived_by_id = $3, waive_reason = $4 where group_id = $1 and id = $2',
    [ctx.group.id, now.id, to?.by.id ?? null, to?.reason ?? null],
  )
  const { id, name } = now
  return record(ctx, { type: 'model.waiver_set', data: { id, name, from, to } })
}

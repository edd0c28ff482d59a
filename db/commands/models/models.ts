import type { InputOf } from '#lib/contract/endpoint.ts'
import type { createModel as create, removeModel as remove } from '#lib/contract/models.ts'
import type { PersonRef } from '#lib/domain/event-refs.ts'
import type { EventData } from '#lib/domain/events.ts'
import { offeringsOf, whyNotModel } from '#lib/domain/models/models.ts'
import { insist } from '#lib/kit/failure.ts'
import { authorise, type Ctx } from '../../context.ts'
import { record } from '../../events/record.ts'
import { memberByHandle } from '../../queries/facts.ts'
import { modelById, type ModelFacts, modelFacts, shownModels } from '../../queries/models.ts'
import { inTransaction } from '../../transaction.ts'
import { idOr } from '../ids.ts'
import { writeAnswer } from './answers.ts'

/** Who adds a model answers for it, unless another person is named. */
export const createModel = (ctx: Ctx, input: InputOf<typeof create> & { sample?: boolean }) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'model.edit')
    const handle = input.owner === undefined ? ctx.actor.handle : input.owner
    const owner = handle === null ? null : personOf(await memberByHandle(ctx, handle))
    return addModel(ctx, {
      name: input.name.trim(),
      offered: offeringsOf(input.offered),
      note: input.note?.trim() ?? '',
      owner,
      answers: [],
      waiver: null,
      sample: input.sample ?? false,
    })
  })

type Whole = Omit<EventData<'model.added'>, 'id'> & { id?: number; sample?: boolean }

/** With an id, one that was removed comes back as it was, with its answers. */
export async function addModel(ctx: Ctx, { id: known, sample = false, ...whole }: Whole) {
  insist(whyNotModel(whole, await namesOf(ctx)))
  const { name, offered, note, owner, answers, waiver } = whole
  const { rows } = await ctx.db.query<{ id: number }>(
    `insert into models (group_id, name, offered, note, owner_id, waived_by_id, waive_reason, sample, created_at, id)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, ${idOr('models', '$10')}) returning id`,
    [
      ctx.group.id,
      name,
      offered,
      note,
      owner?.id ?? null,
      waiver?.by.id ?? null,
      waiver?.reason ?? null,
      sample,
      ctx.now,
      known ?? null,
    ],
  )
  const id = rows[0]?.id ?? 0
  for (const { question, ...answer } of answers) await writeAnswer(ctx, id, question, answer)
  const event = await record(ctx, { type: 'model.added', data: { id, ...whole } })
  return changedModel(ctx, id, event)
}

export const removeModel = (ctx: Ctx, { model }: InputOf<typeof remove>) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'model.edit')
    const facts = await modelById(ctx, model)
    const { rows } = await ctx.db.query<{ used: number }>(
      'select count(*)::int as used from issues where group_id = $1 and model_id = $2',
      [ctx.group.id, model],
    )
    const used = rows[0]?.used ?? 0
    insist(
      used === 0
        ? null
        : {
            code: 'model_in_use',
            because: `${used === 1 ? 'An issue adds' : `${used} issues add`} “${facts.name}”. Clear their model first.`,
          },
    )
    await ctx.db.query('delete from models where group_id = $1 and id = $2', [ctx.group.id, model])
    return { event: await record(ctx, { type: 'model.removed', data: wholeOf(facts) }) }
  })

export async function namesOf(ctx: Ctx, except = 0): Promise<string[]> {
  return (await modelFacts(ctx)).filter(({ id }) => id !== except).map(({ name }) => name)
}

export async function changedModel(ctx: Ctx, id: number, event: number) {
  const [model] = await shownModels(ctx, id)
  if (!model) throw new Error('The model was not written.')
  return { model, event }
}

export const personOf = ({ id, name }: PersonRef): PersonRef => ({ id, name })

export const factsOf = ({ name, offered, note, owner }: ModelFacts) => ({
  name,
  offered,
  note,
  owner: owner && personOf(owner),
})

const wholeOf = (facts: ModelFacts): EventData<'model.removed'> => ({
  id: facts.id,
  ...factsOf(facts),
  answers: facts.answers.map(({ question, asked, verdict, evidence, note, expiresOn }) => ({
    question,
    asked,
    verdict,
    evidence,
    note,
    expiresOn,
  })),
  waiver: facts.waiver && { by: personOf(facts.waiver.by), reason: facts.waiver.reason },
})

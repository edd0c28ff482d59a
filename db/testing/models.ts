import type { InputOf } from '#lib/contract/endpoint.ts'
import type { editModel as endpoint } from '#lib/contract/models.ts'
import { editModel } from '../commands/models/edit.ts'
import { createModel } from '../commands/models/models.ts'
import type { Ctx } from '../context.ts'
import { listModels } from '../queries/models.ts'

const group = 'custom-models'

type Answers = NonNullable<InputOf<typeof endpoint>['answers']>
type Given = NonNullable<Answers[number]['answer']>

export const YES: Given = {
  verdict: 'yes',
  evidence: 'https://docs.example.com/falcon',
  expiresOn: '2026-06-30',
}
export const NO: Given = { verdict: 'no', note: 'Write the setup guide.' }

/** The three questions with which a group begins, all answered alike. */
export const toAll = (answer: Given | null): Answers => [1, 2, 3].map((question) => ({ question, answer }))

/** A model of the register; without answers it is not ready. */
export const aModel = async (ctx: Ctx, name = 'Falcon'): Promise<number> =>
  (await createModel(ctx, { group, name, offered: ['com', 'self_managed'] })).model.id

export const answerAll = (ctx: Ctx, model: number, answer: Given | null = YES) =>
  editModel(ctx, { group, model, answers: toAll(answer) })

export async function modelOf(ctx: Ctx, id: number) {
  const { items } = await listModels(ctx)
  const found = items.find((one) => one.id === id)
  if (!found) throw new Error(`There is no model ${id}.`)
  return found
}

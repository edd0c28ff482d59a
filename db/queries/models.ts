import type { OutputOf } from '#lib/contract/endpoint.ts'
import type { listModels as list, Model } from '#lib/contract/models.ts'
import type { PersonRef } from '#lib/domain/event-refs.ts'
import { type Answered, FIRST_QUESTIONS, type Offering, type Question } from '#lib/domain/models/models.ts'
import { gapsOf, type ModelGate, READINESS, readinessOf } from '#lib/domain/models/readiness.ts'
import { may } from '#lib/domain/permissions.ts'
import { notFound } from '#lib/kit/failure.ts'
import type { Ctx } from '../context.ts'
import { todayOf } from './milestones.ts'

type Person = PersonRef & { handle: string }

/** A model as the law looks at it before a change. */
export type ModelFacts = {
  id: number
  name: string
  offered: Offering[]
  note: string
  owner: Person | null
  waiver: { by: Person; reason: string } | null
  answers: (Answered & { by: string | null; at: string })[]
}

const PERSON = (id: string) =>
  `(select jsonb_build_object('id', p.id, 'handle', p.handle, 'name', p.name) from people p where p.id = ${id})`

/** All of them, or the one that is named. */
export async function modelFacts(ctx: Ctx, id: number | null = null): Promise<ModelFacts[]> {
  const { rows } = await ctx.db.query<ModelFacts>({
    name: 'models',
    text: `select m.id, m.name, m.offered, m.note, ${PERSON('m.owner_id')} as owner,
        case when m.waived_by_id is not null then jsonb_build_object('by', ${PERSON('m.waived_by_id')}, 'reason', m.waive_reason) end as waiver,
        coalesce((select jsonb_agg(jsonb_build_object('question', a.question, 'asked', a.asked, 'verdict', a.verdict,
            'evidence', a.evidence, 'note', a.note, 'expiresOn', a.expires_on,
            'by', (select handle from people where id = a.by_id), 'at', a.at) order by a.question)
          from model_answers a where a.group_id = m.group_id and a.model_id = m.id), '[]') as answers
      from models m where m.group_id = $1 and ($2::int is null or m.id = $2) order by lower(m.name), m.id`,
    values: [ctx.group.id, id],
  })
  return rows
}

/** @throws not_found for a model that this group has not */
export async function modelById(ctx: Ctx, id: number): Promise<ModelFacts> {
  const [found] = await modelFacts(ctx, id)
  if (!found) throw notFound('This model')
  return found
}

export type QuestionsInUse = { version: number; questions: readonly Question[] }

export async function questionsOf(ctx: Ctx): Promise<QuestionsInUse> {
  const { rows } = await ctx.db.query<{ version: number; questions: Question[] }>({
    name: 'readiness-questions',
    text: `select version, questions from readiness_questions where group_id = $1 order by version desc limit 1`,
    values: [ctx.group.id],
  })
  return rows[0] ?? { version: 0, questions: FIRST_QUESTIONS }
}

const gateOf = (ctx: Ctx, facts: ModelFacts, questions: readonly Question[]): ModelGate => {
  const { id, name, answers, waiver } = facts
  const gaps = gapsOf({ questions, answers }, todayOf(ctx))
  return { id, name, gaps, readiness: readinessOf(gaps, waiver) }
}

/** What work that adds these models is held to: all of the group, or the one that is named. */
export async function modelGates(ctx: Ctx, id: number | null = null): Promise<ModelGate[]> {
  const [facts, { questions }] = await Promise.all([modelFacts(ctx, id), questionsOf(ctx)])
  return facts.map((one) => gateOf(ctx, one, questions))
}

export const modelGate = async (ctx: Ctx, id: number | null): Promise<ModelGate | null> =>
  id === null ? null : ((await modelGates(ctx, id))[0] ?? null)

/** By issue, the model that it adds, of those that add one. */
export async function gatesOf(ctx: Ctx, refs: readonly number[]): Promise<Map<number, ModelGate>> {
  const { rows } = await ctx.db.query<{ ref: number; model: number | null }>({
    name: 'models-of-issues',
    text: `select number as ref, model_id as model from issues
      where group_id = $1 and model_id is not null and number = any($2::int[])`,
    values: [ctx.group.id, refs],
  })
  if (rows.length === 0) return new Map()
  const gates = new Map((await modelGates(ctx)).map((gate) => [gate.id, gate]))
  return new Map(
    rows.flatMap(({ ref, model }) => {
      const gate = gates.get(model ?? 0)
      return gate ? [[ref, gate]] : []
    }),
  )
}

type Adds = Model['issues'][number] & { model: number | null }

/** Issues that add models, the open ones first. */
async function issuesThatAdd(ctx: Ctx, id: number | null): Promise<Adds[]> {
  const { rows } = await ctx.db.query<Adds>({
    name: 'issues-that-add-models',
    text: `select i.model_id as model, i.number as ref, i.title, i.state = 'open' as open,
        exists (select from issue_labels l join labels k on k.group_id = l.group_id and k.id = l.label_id
          where l.group_id = i.group_id and l.issue_number = i.number and k.meaning = 'deliverable') as deliverable
      from issues i where i.group_id = $1 and i.model_id is not null and ($2::int is null or i.model_id = $2)
        and ($3 or not i.confidential) order by i.state desc, i.number`,
    values: [ctx.group.id, id, may(ctx.actor, 'see.confidential')],
  })
  return rows
}

export async function shownModels(ctx: Ctx, id: number | null = null): Promise<Model[]> {
  const [all, { questions }, adds] = await Promise.all([
    modelFacts(ctx, id),
    questionsOf(ctx),
    issuesThatAdd(ctx, id),
  ])
  return all.map((facts) => {
    const { gaps, readiness } = gateOf(ctx, facts, questions)
    const { owner, waiver, ...rest } = facts
    return {
      ...rest,
      readiness,
      gaps: [...gaps],
      owner: owner?.handle ?? null,
      waiver: waiver && { by: waiver.by.handle, reason: waiver.reason },
      issues: adds.flatMap(({ model, ...issue }) => (model === facts.id ? [issue] : [])),
    }
  })
}

/** What is missing comes first. */
export async function listModels(ctx: Ctx): Promise<OutputOf<typeof list>> {
  const [items, { questions, version }] = await Promise.all([shownModels(ctx), questionsOf(ctx)])
  const order = (model: Model) => READINESS.indexOf(model.readiness)
  return {
    today: todayOf(ctx),
    questions: [...questions],
    version,
    items: items.toSorted((a, b) => order(a) - order(b)),
  }
}

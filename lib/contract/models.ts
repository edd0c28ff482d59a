import { z } from 'zod'
import { OFFERINGS } from '#lib/domain/models/models.ts'
import { READINESS } from '#lib/domain/models/readiness.ts'
import { type Endpoint, endpoint } from './endpoint.ts'
import { day, handle, inGroup, instant, issueRef, line, number, text } from './shapes.ts'

const offering = z.enum(OFFERINGS)
const question = z.strictObject({ id: z.number(), text: z.string() })

const modelAnswer = z.strictObject({
  question: z.number(),
  /** The question as it was put then. */
  asked: z.string(),
  verdict: z.enum(['yes', 'no']),
  /** A link, or an issue as `#12`; empty for none. */
  evidence: z.string(),
  note: z.string(),
  /** The last day on which it holds; null for a no. */
  expiresOn: day.nullable(),
  by: handle.nullable(),
  at: instant,
})

export const model = z.strictObject({
  id: z.number(),
  name: z.string(),
  offered: z.array(offering),
  note: z.string(),
  owner: handle.nullable(),
  readiness: z.enum(READINESS),
  /** What keeps it from being ready, in the order of the questions, also where it is waived. */
  gaps: z.array(
    z.strictObject({
      question: z.number(),
      text: z.string(),
      why: z.enum(['no', 'expired', 'unanswered']),
      /** What to get right first. */
      first: z.string(),
    }),
  ),
  answers: z.array(modelAnswer),
  waiver: z.strictObject({ by: handle, reason: z.string() }).nullable(),
  /** Issues that add it, those that the reader may see. */
  issues: z.array(
    z.strictObject({ ref: z.number(), title: z.string(), open: z.boolean(), deliverable: z.boolean() }),
  ),
})
export type Model = z.output<typeof model>

const facts = { name: line(120), offered: z.array(offering).max(OFFERINGS.length) }
const beside = { note: text(2000).optional(), owner: handle.nullable().optional() }
const one = { ...inGroup, model: issueRef }
const answer = z.strictObject({ model, event: z.number() })

export const listModels = endpoint({
  id: 'models.list',
  method: 'GET',
  path: '/groups/{group}/models',
  summary: 'The register of models, what is missing first, and the questions of the readiness check',
  input: z.strictObject(inGroup),
  output: z.strictObject({
    /** Today in the group's time zone, by which answers expire. */
    today: day,
    questions: z.array(question),
    /** Of the questions, for their editor. */
    version: z.number(),
    items: z.array(model),
  }),
  reads: ['models', 'issues'],
})

export const createModel = endpoint({
  id: 'models.create',
  method: 'POST',
  path: '/groups/{group}/models',
  summary: 'Add a model to the register; its readiness check begins without answers',
  input: z.strictObject({ ...inGroup, ...facts, ...beside }),
  output: answer,
})

export const editModel = endpoint({
  id: 'models.edit',
  method: 'PATCH',
  path: '/groups/{group}/models/{model}',
  summary: 'Change a model, answer questions of its readiness check, or waive it; a null withdraws',
  input: z.strictObject({
    ...one,
    name: facts.name.optional(),
    offered: facts.offered.optional(),
    ...beside,
    answers: z
      .array(
        z.strictObject({
          question: number,
          answer: z
            .strictObject({
              verdict: z.enum(['yes', 'no']),
              evidence: text(500).trim().optional(),
              note: text(500).trim().optional(),
              expiresOn: day.nullable().optional(),
            })
            .nullable(),
        }),
      )
      .max(10)
      .optional(),
    waiver: z
      .strictObject({ reason: line(500) })
      .nullable()
      .optional(),
  }),
  output: answer,
})

export const removeModel = endpoint({
  id: 'models.remove',
  method: 'DELETE',
  path: '/groups/{group}/models/{model}',
  summary: 'Remove a model that no issue adds',
  input: z.strictObject(one),
  output: z.strictObject({ event: z.number() }),
})

export const editReadinessQuestions = endpoint({
  id: 'models.edit_questions',
  method: 'PUT',
  path: '/groups/{group}/readiness-questions',
  summary:
    'Change the questions of the readiness check as read in a version; answers keep the words they were asked in',
  input: z.strictObject({
    ...inGroup,
    /** In their order; one without an id is new. */
    questions: z.array(z.strictObject({ id: number.optional(), text: line(200) })).max(20),
    version: z.number().int().min(0).max(1_000_000),
  }),
  output: z.strictObject({ questions: z.array(question), version: z.number(), event: z.number() }),
})

export const modelEndpoints = [
  listModels,
  createModel,
  editModel,
  removeModel,
  editReadinessQuestions,
] satisfies Endpoint[]

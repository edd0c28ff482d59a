import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  date,
  foreignKey,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { OFFERINGS } from '#lib/domain/models/models.ts'
import type { Question } from '#lib/domain/models/models.ts'
import { createdAt, groupId, instant, personId } from './columns.ts'
import { groups } from './groups.ts'
import { people } from './people.ts'

/** Models of the group's register, and where each is offered. */
export const models = pgTable(
  'models',
  {
    groupId: groupId().references(() => groups.id),
    id: integer('id').notNull().generatedByDefaultAsIdentity(),
    name: text('name').notNull(),
    offered: text('offered').array().notNull(),
    note: text('note').notNull().default(''),
    /** Who answers for its readiness check. */
    ownerId: personId('owner_id').references(() => people.id),
    waivedById: personId('waived_by_id').references(() => people.id),
    waiveReason: text('waive_reason'),
    sample: boolean('sample').notNull().default(false),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.groupId, t.id] }),
    uniqueIndex('models_name').on(t.groupId, sql`lower(${t.name})`),
    check('models_name_shape', sql`length(btrim(${t.name})) between 1 and 120`),
    check(
      'models_offered',
      sql`${t.offered} <@ array[${sql.raw(OFFERINGS.map((one) => `'${one}'`).join(', '))}]::text[]`,
    ),
    check('models_waiver', sql`(${t.waivedById} is null) = (${t.waiveReason} is null)`),
  ],
)

/** The answer that counts now, with the question as it was put; those before it are in the ledger. */
export const modelAnswers = pgTable(
  'model_answers',
  {
    groupId: groupId(),
    modelId: integer('model_id').notNull(),
    question: integer('question').notNull(),
    asked: text('asked').notNull(),
    verdict: text('verdict').$type<'yes' | 'no'>().notNull(),
    evidence: text('evidence').notNull(),
    note: text('note').notNull(),
    /** The last day on which it holds. */
    expiresOn: date('expires_on'),
    byId: personId('by_id').references(() => people.id),
    at: instant('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.groupId, t.modelId, t.question] }),
    foreignKey({ columns: [t.groupId, t.modelId], foreignColumns: [models.groupId, models.id] }).onDelete(
      'cascade',
    ),
    check('model_answers_verdict', sql`${t.verdict} in ('yes', 'no')`),
    check(
      'model_answers_yes',
      sql`(${t.verdict} = 'yes') = (${t.expiresOn} is not null) and (${t.verdict} = 'no' or ${t.evidence} <> '')`,
    ),
  ],
)

/** Every version of the questions that a group wrote; the highest is in use. None: those that every group begins with. */
export const readinessQuestions = pgTable(
  'readiness_questions',
  {
    groupId: groupId().references(() => groups.id),
    version: integer('version').notNull(),
    questions: jsonb('questions').$type<Question[]>().notNull(),
    byId: personId('by_id').references(() => people.id),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.groupId, t.version] }),
    check('readiness_questions_version', sql`${t.version} > 0`),
  ],
)

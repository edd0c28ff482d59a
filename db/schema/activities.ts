import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { ACTIVITY_KINDS, SHARE_STATES } from '#lib/domain/cadence/activities.ts'
import type { ActivityKind, Period, ShareState } from '#lib/domain/cadence/activities.ts'
import { RECORDED_STATES } from '#lib/domain/cadence/occurrences.ts'
import type { RecordedState } from '#lib/domain/cadence/occurrences.ts'
import { createdAt, groupId, instant, personId } from './columns.ts'
import { groups } from './groups.ts'
import { people } from './people.ts'

const oneOf = (values: readonly string[]) => sql.raw(values.map((one) => `'${one}'`).join(', '))

/**
 * Handbook › Cadence: what a group does again and again. One that is shared with a counterpart group stands in both, each with
 * its own row and its own occurrences, so that neither reads anything of the other.
 */
export const activities = pgTable(
  'activities',
  {
    groupId: groupId().references(() => groups.id),
    id: integer('id').notNull().generatedByDefaultAsIdentity(),
    name: text('name').notNull(),
    kind: text('kind').$type<ActivityKind>().notNull(),
    ownerId: personId('owner_id').references(() => people.id),
    /** How often, each from a day on; the last one holds. */
    rhythms: jsonb('rhythms').$type<Period[]>().notNull(),
    share: text('share').$type<ShareState>(),
    partnerGroupId: integer('partner_group_id').references(() => groups.id),
    /** The activity as the counterpart group has it; null once it declined. */
    partnerId: integer('partner_id'),
    /** Goes with the sample world. */
    sample: boolean('sample').notNull().default(false),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.groupId, t.id] }),
    index('activities_name').on(t.groupId, sql`lower(${t.name})`),
    uniqueIndex('activities_partner')
      .on(t.groupId, t.partnerGroupId, t.partnerId)
      .where(sql`partner_id is not null`),
    check('activities_kind', sql`${t.kind} in (${oneOf(ACTIVITY_KINDS)})`),
    check('activities_name_shape', sql`length(btrim(${t.name})) between 1 and 120`),
    check('activities_share', sql`${t.share} in (${oneOf(SHARE_STATES)})`),
    check('activities_partner_group', sql`(${t.share} is null) = (${t.partnerGroupId} is null)`),
    check('activities_partner_other', sql`${t.partnerGroupId} <> ${t.groupId}`),
    check(
      'activities_partner_id',
      sql`(${t.partnerId} is null) = (${t.share} is null or ${t.share} = 'declined')`,
    ),
  ],
)

/** What was recorded of a day on which an activity was due. */
export const occurrences = pgTable(
  'occurrences',
  {
    groupId: groupId(),
    activityId: integer('activity_id').notNull(),
    day: date('day').notNull(),
    state: text('state').$type<RecordedState>().notNull(),
    /** What came out of it; of one that was skipped, why. */
    note: text('note').notNull(),
    link: text('link').notNull(),
    byId: personId('by_id')
      .notNull()
      .references(() => people.id),
    at: instant('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.groupId, t.activityId, t.day] }),
    foreignKey({
      columns: [t.groupId, t.activityId],
      foreignColumns: [activities.groupId, activities.id],
    }).onDelete('cascade'),
    check('occurrences_state', sql`${t.state} in (${oneOf(RECORDED_STATES)})`),
    check('occurrences_skipped', sql`${t.state} <> 'skipped' or ${t.note} ~ '\\S'`),
  ],
)

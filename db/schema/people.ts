import { sql } from 'drizzle-orm'
import { boolean, index, pgTable, text, time } from 'drizzle-orm/pg-core'
import { instant } from './columns.ts'

/** People belong to the installation, not to one group; what they are in a group is a row of `group_roles`. */
export const people = pgTable('people', {
  id: text('id').primaryKey(),
  handle: text('handle').notNull().unique(),
  name: text('name').notNull(),
  /** Name and handle as `folded` has them, in which any part of a word is found: thousands are looked through at once. */
  plain: text('plain').generatedAlwaysAs(sql`folded(name || ' @' || handle)`),
  email: text('email').notNull().unique(),
  emailVerified: boolean('email_verified').notNull().default(false),
  image: text('image'),
  admin: boolean('admin').notNull().default(false),
  sample: boolean('sample').notNull().default(false),
  createdAt: instant('created_at').notNull().defaultNow(),
  updatedAt: instant('updated_at').notNull().defaultNow(),
})

/** `token` holds the SHA-256 of what the browser carries: who reads this table can sign in as nobody. */
export const sessions = pgTable(
  'sessions',
  {
    id: text('id').primaryKey(),
    token: text('token').notNull().unique(),
    personId: text('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    expiresAt: instant('expires_at').notNull(),
    ipAddress: text('ip_address'),
    userAgent: text('user_agent'),
    createdAt: instant('created_at').notNull().defaultNow(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (t) => [index('sessions_person').on(t.personId)],
)

/** Ways to sign in: a password (argon2 hash) or an identity at GitLab or another OIDC provider. */
export const accounts = pgTable(
  'accounts',
  {
    id: text('id').primaryKey(),
    accountId: text('account_id').notNull(),
    providerId: text('provider_id').notNull(),
    personId: text('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    accessToken: text('access_token'),
    refreshToken: text('refresh_token'),
    idToken: text('id_token'),
    accessTokenExpiresAt: instant('access_token_expires_at'),
    refreshTokenExpiresAt: instant('refresh_token_expires_at'),
    scope: text('scope'),
    password: text('password'),
    createdAt: instant('created_at').notNull().defaultNow(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (t) => [index('accounts_person').on(t.personId)],
)

export const verifications = pgTable(
  'verifications',
  {
    id: text('id').primaryKey(),
    identifier: text('identifier').notNull(),
    value: text('value').notNull(),
    expiresAt: instant('expires_at').notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (t) => [index('verifications_identifier').on(t.identifier)],
)

/** How a person wants the product to behave for them, on every machine of theirs. */
export const personSettings = pgTable('person_settings', {
  personId: text('person_id')
    .primaryKey()
    .references(() => people.id, { onDelete: 'cascade' }),
  /** Single letters do something; off for people whose tools type for them. */
  keys: boolean('keys').notNull().default(true),
  /** Nothing new is shown between these times of day, in `zone`; both null for never. */
  quietFrom: time('quiet_from'),
  quietTo: time('quiet_to'),
  /** IANA name; null for the group's own. */
  zone: text('zone'),
})

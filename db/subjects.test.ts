import { expect, test } from 'vitest'
import { NUMBERED_KINDS, type NumberedKind } from '#lib/domain/subjects.ts'
import { insertGroup } from './commands/groups.ts'
import { createEpic } from './commands/epics.ts'
import type { Ctx } from './context.ts'
import { anIssue, inWorld } from './testing/world.ts'

/** A row of each table whose rows hang on a subject: $1 is the group, $2 and $3 the subject, $4 and $5 two people. */
const ROWS: Record<string, string> = {
  comments: `(group_id, subject_kind, subject_number, author_id, body, created_at) values ($1, $2, $3, coalesce($4, $5), 'So it is.', now())`,
  mentions: `(group_id, subject_kind, subject_number, person_id, by_id, created_at) values ($1, $2, $3, $4, $5, now())`,
  dri_assignments: `(group_id, subject_kind, subject_number, person_id, by_id, from_at, why) values ($1, $2, $3, $4, $5, now(), 'took')`,
  hand_overs: `(group_id, subject_kind, subject_number, from_id, to_id, by_id, context, at) values ($1, $2, $3, $4, $5, $4, 'As it is.', now())`,
  status_updates: `(group_id, subject_kind, subject_number, author_id, week, progress, blockers, next, confidence, posted_at)
    values ($1, $2, $3, coalesce($4, $5), '2026-W49', 'As it is.', '', '', 'very', now())`,
  update_drafts: `(group_id, subject_kind, subject_number, person_id, week, progress, blockers, next, saved_at)
    values ($1, $2, $3, coalesce($4, $5), '2026-W49', 'As it is.', '', '', now())`,
  watches: `(group_id, subject_kind, subject_number, person_id, at) values ($1, $2, $3, coalesce($4, $5), now())`,
}
const TABLES = Object.keys(ROWS)
const NOBODYS = 999_999

type Place = { group?: number; kind: string; number: number }

/** The constraint that refuses a row; null where it is taken, and then it stays. */
async function refusalOf(ctx: Ctx, text: string, values: unknown[]): Promise<string | null> {
  await ctx.db.query('savepoint trial')
  const refused = await ctx.db.query(text, values).then(
    () => null,
    (error: { constraint?: string }) => error.constraint ?? String(error),
  )
  if (refused !== null) await ctx.db.query('rollback to savepoint trial')
  return refused
}

const tried = async (ctx: Ctx, table: string, { group = 1, kind, number }: Place): Promise<string | null> =>
  refusalOf(ctx, `insert into ${table} ${ROWS[table]}`, [group, kind, number, ...(await twoPeople(ctx))])

async function twoPeople(ctx: Ctx): Promise<string[]> {
  const { rows } = await ctx.db.query<{ id: string }>(
    `select id from people where handle in ('julie', 'cindy') order by handle`,
  )
  return rows.map(({ id }) => id)
}

async function oneOfEach(ctx: Ctx): Promise<Record<NumberedKind, number>> {
  return { issue: await anIssue(ctx), epic: (await createEpic(ctx, { title: 'An epic' })).number }
}

/** The columns that follow from kind and number. */
const followed = (kind: NumberedKind, number: number) => ({
  issue: kind === 'issue' ? number : null,
  epic: kind === 'epic' ? number : null,
})

test('these are all tables whose rows hang on a subject', () =>
  inWorld(async ({ db }) => {
    const { rows } = await db.query<{ name: string }>(
      `select table_name::text as name from information_schema.columns
        where table_schema = 'public' and column_name in ('subject_number', 'from_subject_number') order by 1`,
    )
    expect(rows.map(({ name }) => name)).toEqual([...TABLES, 'issue_links'].toSorted())
  }))

test('an epic carries what an issue carries, in the same tables', () =>
  inWorld(async (ctx) => {
    const numbers = await oneOfEach(ctx)
    for (const table of TABLES) {
      for (const kind of NUMBERED_KINDS) {
        const number = numbers[kind]
        expect(await tried(ctx, table, { kind, number }), `${table} of an ${kind}`).toBeNull()
        const { rows } = await ctx.db.query(
          `select issue_number as issue, epic_number as epic from ${table} where subject_kind = $1 and subject_number = $2`,
          [kind, number],
        )
        expect(rows).toContainEqual(followed(kind, number))
        await ctx.db.query(`delete from ${table} where (subject_kind, subject_number) = ($1, $2)`, [
          kind,
          number,
        ])
      }
    }
  }))

test('one DRI and one waiting hand-over are open for each subject, and no person watches one twice', () =>
  inWorld(async (ctx) => {
    const numbers = await oneOfEach(ctx)
    for (const kind of NUMBERED_KINDS) {
      const second = async (table: string) => {
        const place = { kind, number: numbers[kind] }
        expect(await tried(ctx, table, place)).toBeNull()
        return tried(ctx, table, place)
      }
      expect(await second('dri_assignments')).toBe('dri_one_open')
      expect(await second('hand_overs')).toBe('hand_overs_one_waiting')
      expect(await second('watches')).toMatch(/^watches_.*_pk$/)
    }
  }))

test('a subject that is not there, one of another group and one of another kind are refused', () =>
  inWorld(async (ctx) => {
    const numbers = await oneOfEach(ctx)
    const texts = {
      vision: '',
      summary: '',
      mission: '',
      namespace: '',
      channel: '',
      channels: [],
      cadence: [],
    }
    const other = await insertGroup(
      { ...ctx, inside: true, actor: { ...ctx.actor, admin: true } },
      { slug: 'another', name: 'Another', zone: 'UTC', ...texts },
    )
    for (const table of TABLES) {
      for (const kind of NUMBERED_KINDS) {
        const missing = new RegExp(`_${kind}_number_.*_fk$`)
        expect(await tried(ctx, table, { kind, number: NOBODYS })).toMatch(missing)
        expect(await tried(ctx, table, { group: other.id, kind, number: numbers[kind] })).toMatch(missing)
      }
      expect(await tried(ctx, table, { kind: 'team', number: 1 })).toMatch(/_subject_kind$/)
    }
  }))

test('what hangs on an epic goes with it', () =>
  inWorld(async (ctx) => {
    const { epic: number } = await oneOfEach(ctx)
    for (const table of TABLES) await tried(ctx, table, { kind: 'epic', number })
    await ctx.db.query('delete from epics where number = $1', [number])
    for (const table of TABLES) {
      const { rowCount } = await ctx.db.query(`select from ${table} where subject_kind = 'epic'`)
      expect(rowCount, table).toBe(0)
    }
  }))

test('an epic is linked like an issue, from either end, and with something else that is there', () =>
  inWorld(async (ctx) => {
    const numbers = await oneOfEach(ctx)
    const issue: End = ['issue', numbers.issue]
    const epic: End = ['epic', numbers.epic]
    expect(await linked(ctx, epic, issue)).toBeNull()
    expect(await linked(ctx, issue, epic)).toBeNull()
    expect(await linked(ctx, epic, epic)).toBe('issue_links_other')
    for (const kind of NUMBERED_KINDS) {
      const nobody: End = [kind, NOBODYS]
      expect(await linked(ctx, nobody, issue)).toMatch(
        kind === 'issue' ? /_from_number_.*_fk$/ : /_from_epic_/,
      )
      expect(await linked(ctx, issue, nobody)).toMatch(kind === 'issue' ? /_to_number_.*_fk$/ : /_to_epic_/)
    }
    expect(await linked(ctx, ['team', 1], issue)).toBe('issue_links_from_subject_kind')
    const left = 'select from issue_links where $1 in (from_epic, to_epic)'
    expect((await ctx.db.query(left, [numbers.epic])).rowCount).toBe(2)
    await ctx.db.query('delete from epics where number = $1', [numbers.epic])
    expect((await ctx.db.query(left, [numbers.epic])).rowCount).toBe(0)
  }))

type End = [kind: string, number: number]

/** Null where the link is taken, and stays. */
async function linked(ctx: Ctx, from: End, to: End): Promise<string | null> {
  return refusalOf(
    ctx,
    `insert into issue_links (group_id, from_subject_kind, from_subject_number, to_subject_kind, to_subject_number,
      kind, created_at) values (1, $1, $2, $3, $4, 'relates', now())`,
    [...from, ...to],
  )
}

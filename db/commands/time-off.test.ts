import { describe, expect, test } from 'vitest'
import type { Ctx } from '../context.ts'
import { viewBoard } from '../queries/boards.ts'
import { listEvents } from '../queries/events.ts'
import { readIssue } from '../queries/issues.ts'
import { listTimeOff } from '../queries/time-off.ts'
import { readWeek } from '../queries/week.ts'
import { anIssue, inWorld } from '../testing/world.ts'
import { acceptHandOver } from './hand-overs/answer.ts'
import { handOver } from './hand-overs/hand-over.ts'
import { addTimeOff, editTimeOff, removeTimeOff } from './time-off.ts'
import { undoEvent } from './undo.ts'

const group = 'custom-models'
const DAYS = { group, from: '2026-01-12', to: '2026-01-16', kind: 'vacation' as const }

const confirmed = async (ctx: Ctx) =>
  (
    await ctx.db.query<{ title: string }>(
      `select m.title from capacity_confirmations c join milestones m on m.group_id = c.group_id and m.id = c.milestone_id
        order by m.start_on`,
    )
  ).rows.map(({ title }) => title)

/** As the command will that a person confirms with. */
const confirm = (ctx: Ctx) =>
  ctx.db.query(
    `insert into capacity_confirmations (group_id, milestone_id, person_id, confirmed_at)
      select 1, id, $1, $2 from milestones where group_id = 1 and start_on is not null`,
    [ctx.actor.id, ctx.now],
  )

describe('time off', () => {
  test('is entered, changed and removed by the person, each with its event', () =>
    inWorld(async (_, { as }) => {
      const julie = await as('julie')
      const { entry, warnings } = await addTimeOff(julie, { ...DAYS, untilNoon: true, note: 'Lisbon' })
      expect(warnings).toEqual([])
      await editTimeOff(julie, { group, entry: entry.id, to: '2026-01-15' })
      expect((await listTimeOff(julie, { group })).items).toEqual([
        {
          id: entry.id,
          person: 'julie',
          name: 'Julie Huang',
          from: '2026-01-12',
          to: '2026-01-15',
          fromNoon: false,
          untilNoon: true,
          kind: 'vacation',
          note: 'Lisbon',
          shortNotice: true,
          mine: true,
          editable: true,
        },
      ])
      await removeTimeOff(julie, { group, entry: entry.id })
      expect((await listTimeOff(julie, { group })).items).toEqual([])
      const { items } = await listEvents(julie, { group, limit: 3 })
      expect(items.map(({ sentence }) => sentence)).toEqual([
        'Julie Huang removed their time off, 12 – 15 Jan 2026, until noon.',
        'Julie Huang changed their time off from 12 – 16 Jan 2026, until noon to 12 – 15 Jan 2026, until noon.',
        'Julie Huang added their time off, 12 – 16 Jan 2026, until noon.',
      ])
    }))

  test('of others is the EM’s to change, which everyone else reads in words', () =>
    inWorld(async (em, { as }) => {
      const [cindy, jordan] = [await as('cindy'), await as('jordan')]
      const { entry } = await addTimeOff(em, { ...DAYS, person: 'julie' })
      const refused = {
        code: 'forbidden',
        detail: 'Only the engineering manager changes the time off of others.',
      }
      await expect(addTimeOff(jordan, { ...DAYS, person: 'julie' })).rejects.toMatchObject(refused)
      await expect(editTimeOff(cindy, { group, entry: entry.id, note: 'x' })).rejects.toMatchObject(refused)
      await expect(removeTimeOff(jordan, { group, entry: entry.id })).rejects.toMatchObject(refused)
      await removeTimeOff(await as('julie'), { group, entry: entry.id })
      await expect(removeTimeOff(em, { group, entry: entry.id })).rejects.toMatchObject({ code: 'not_found' })
    }))

  test('says why to the person and the EM alone', () =>
    inWorld(async (em, { as }) => {
      const julie = await as('julie')
      await addTimeOff(julie, { ...DAYS, kind: 'sick', note: 'Flu' })
      const firstEntry = async (reader: Ctx) => (await listTimeOff(reader, { group })).items[0]
      for (const reader of [em, julie])
        expect(await firstEntry(reader)).toMatchObject({ kind: 'sick', note: 'Flu' })
      for (const handle of ['cindy', 'jordan', 'manoj'])
        expect(await firstEntry(await as(handle))).toMatchObject({
          person: 'julie',
          kind: null,
          note: null,
          editable: false,
        })
    }))

  test('of one kind becomes one entry where it overlaps, and stays apart where it touches', () =>
    inWorld(async (_, { as }) => {
      const julie = await as('julie')
      const first = await addTimeOff(julie, { ...DAYS, note: 'Lisbon' })
      const next = await addTimeOff(julie, { ...DAYS, from: '2026-01-17', to: '2026-01-18' })
      expect(next.warnings.map(({ because }) => because)).toEqual(['No working days in it.'])
      const over = await addTimeOff(julie, { ...DAYS, from: '2026-01-15', to: '2026-01-21', note: 'Porto' })
      expect(over.entry).toMatchObject({ id: first.entry.id, from: '2026-01-12', to: '2026-01-21' })
      expect(over.warnings.map(({ because }) => because)).toEqual(['Joined with 12 – 16 Jan, 17 – 18 Jan.'])
      const { items } = await listTimeOff(julie, { group })
      expect(items.map(({ note }) => note)).toEqual(['Lisbon\nPorto'])
    }))

  test('of two kinds never overlaps, by entering or by editing', () =>
    inWorld(async (em, { as }) => {
      const julie = await as('julie')
      await addTimeOff(julie, DAYS)
      const because = 'Julie Huang is already away 12 – 16 Jan. Change that entry.'
      const sick = { ...DAYS, from: '2026-01-16', kind: 'sick' as const }
      await expect(addTimeOff(em, { ...sick, person: 'julie' })).rejects.toMatchObject({
        code: 'refused',
        detail: because,
      })
      const later = await addTimeOff(julie, { ...sick, from: '2026-01-20', to: '2026-01-20' })
      const edit = editTimeOff(julie, { group, entry: later.entry.id, from: '2026-01-16' })
      await expect(edit).rejects.toMatchObject({ detail: because, facts: { rule: 'time_off_overlaps' } })
    }))

  test('is of people who work in the group', () =>
    inWorld(async (em) => {
      await em.db.query(
        `update group_roles set role = 'counterpart' where person_id = (select id from people where handle = 'julie')`,
      )
      await expect(addTimeOff(em, { ...DAYS, person: 'julie' })).rejects.toMatchObject({
        facts: { rule: 'has_no_time_off' },
      })
      await expect(addTimeOff(em, { ...DAYS, person: 'somebody' })).rejects.toMatchObject({
        code: 'not_found',
      })
      await em.db.query(
        `update group_roles set role = 'engineer' where person_id = (select id from people where handle = 'julie')`,
      )
    }))

  test('is listed from today on, or for the days and the person that are asked for', () =>
    inWorld(async (em) => {
      await addTimeOff(em, { ...DAYS, from: '2026-01-05', to: '2026-01-06' })
      await addTimeOff(em, { ...DAYS, person: 'julie' })
      const people = async (asked: object) =>
        (await listTimeOff(em, { group, ...asked })).items.map(({ person }) => person)
      expect(await people({})).toEqual(['julie'])
      expect(await people({ from: '2026-01-06', to: '2026-01-12' })).toEqual(['mohamed', 'julie'])
      expect(await people({ from: '2026-01-01', person: 'mohamed' })).toEqual(['mohamed'])
      expect(await people({ from: '2026-01-07', to: '2026-01-11' })).toEqual([])
    }))
})

describe('“My days are right”', () => {
  test('no longer holds in the milestones that a change touches, and holds again when it is taken back', () =>
    inWorld(async (_, { as }) => {
      const julie = await as('julie')
      await confirm(julie)
      const { event, entry } = await addTimeOff(julie, DAYS)
      expect(await confirmed(julie)).toEqual(['18.8'])
      const edit = await editTimeOff(julie, { group, entry: entry.id, from: '2026-01-09' })
      expect(await confirmed(julie)).toEqual([])
      await undoEvent(julie, { group, event: edit.event })
      expect(await confirmed(julie)).toEqual(['18.8'])
      await undoEvent(julie, { group, event })
      expect(await confirmed(julie)).toEqual(['18.8', '18.9'])
    }))

  test('holds on where the reason alone is changed', () =>
    inWorld(async (_, { as }) => {
      const julie = await as('julie')
      const { entry } = await addTimeOff(julie, DAYS)
      await confirm(julie)
      await editTimeOff(julie, { group, entry: entry.id, kind: 'other', note: 'Moving' })
      expect(await confirmed(julie)).toEqual(['18.8', '18.9'])
    }))
})

describe('work whose DRI is away within the coming week', () => {
  const SOON = { group, from: '2026-01-09', to: '2026-01-16', kind: 'vacation' as const }

  test('says so on the issue, on its board, to the DRI and to the EM', () =>
    inWorld(async (em, { as }) => {
      const [julie, jordan] = [await as('julie'), await as('jordan')]
      const labels = ['group::custom models', 'type::bug', 'workflow::in dev', 'Deliverable']
      const ref = await anIssue(em, { dri: 'julie', labels })
      await addTimeOff(julie, SOON)
      const away = { person: 'julie', from: '2026-01-09', to: '2026-01-16' }
      expect((await readIssue(jordan, { group, ref })).away).toEqual(away)
      expect((await viewBoard(jordan, { board: 'build' })).away).toEqual([away])
      expect((await readWeek(julie)).away).toEqual(away)
      expect((await readWeek(em)).lead?.drift).toEqual([
        { ref, title: 'Slow model list', because: 'Its DRI is away 9 – 16 Jan, without cover.' },
      ])
      await handOver(julie, { group, ref, from: 'julie', to: 'cindy', context: 'All of it.' })
      const { handOvers } = await readIssue(em, { group, ref })
      await acceptHandOver(await as('cindy'), { group, ref, offer: handOvers[0]?.id ?? 0 })
      expect((await readIssue(em, { group, ref })).away).toBeNull()
      expect((await readWeek(em)).lead?.drift).toEqual([])
      expect((await readWeek(julie)).away).toBeNull()
    }))

  test('says nothing of later days, of one day to the EM, and of work that has not begun', () =>
    inWorld(async (em, { as }) => {
      const julie = await as('julie')
      const ref = await anIssue(em, { dri: 'julie' })
      await addTimeOff(julie, { ...SOON, from: '2026-01-15' })
      expect((await readIssue(em, { group, ref })).away).toBeNull()
      await addTimeOff(julie, { ...SOON, to: '2026-01-09' })
      expect((await readIssue(em, { group, ref })).away).toMatchObject({ to: '2026-01-09' })
      expect((await readWeek(em)).lead?.drift).toEqual([])
    }))
})

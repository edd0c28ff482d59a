import { expect, test } from 'vitest'
import { anIssue, inWorld } from '../../testing/world.ts'
import { listEvents } from '../../queries/events.ts'
import { listIssues, readIssue } from '../../queries/issues.ts'
import { createEpic } from '../epics.ts'
import { handOver } from '../hand-overs/hand-over.ts'
import { assignIssue } from './assign.ts'
import { closeIssue, reopenIssue } from './close.ts'
import { commentOnIssue } from './comment.ts'
import { createIssue } from './create.ts'
import { planIssue, weighIssue } from './plan.ts'

const group = 'custom-models'

test('an issue is created with all that is known of it, behind all others', () =>
  inWorld(async (ctx, { as }) => {
    const first = await anIssue(ctx)
    const julie = await as('julie')
    const title = 'Name the model vendor'
    const both = createIssue(julie, { group, title, labels: ['type::feature', 'type::bug'] })
    await expect(both).rejects.toThrow(
      'An issue has only one of “type::feature” and “type::bug”. Choose one.',
    )
    const { card } = await createIssue(julie, {
      group,
      title,
      labels: ['type::bug'],
      milestone: 'backlog',
      team: 'model-selection',
      weight: 1,
    })
    expect(card).toMatchObject({
      ref: first + 1,
      milestone: 'backlog',
      team: 'model-selection',
      weight: 1,
      dri: null,
    })
    const { labels, author } = await readIssue(ctx, { group, ref: card.ref })
    expect(labels.map((label) => label.title)).toEqual(['type::bug'])
    expect(author).toBe('julie')
    const { items } = await listIssues(ctx, { group })
    expect(items.map((item) => item.ref)).toEqual([card.ref, first])
  }))

test('engineers make themselves the DRI of a new issue, and no other person', () =>
  inWorld(async (_, { as }) => {
    const julie = await as('julie')
    const mine = await createIssue(julie, { group, title: 'Mine', dri: 'julie' })
    expect(mine.card.dri).toBe('julie')
    await expect(createIssue(julie, { group, title: 'Yours', dri: 'newick' })).rejects.toMatchObject({
      code: 'forbidden',
    })
  }))

test('a weight above three is set, and warned about', () =>
  inWorld(async (ctx, { as }) => {
    const ref = await anIssue(ctx)
    const { card, warnings } = await weighIssue(await as('cindy'), { group, ref, weight: 5 })
    expect(card.weight).toBe(5)
    expect(warnings).toMatchObject([{ code: 'too_heavy' }])
    const { items } = await listEvents(ctx, { group, issue: ref, limit: 1 })
    expect(items[0]?.sentence).toBe('Cindy Halim changed the weight of this issue from 2 to 5.')
  }))

test('nothing is planned into a closed milestone', () =>
  inWorld(async (ctx) => {
    const ref = await anIssue(ctx)
    await ctx.db.query(`update milestones set closed_at = $1 where slug = '18.9'`, [ctx.now])
    await expect(planIssue(ctx, { group, ref, milestone: '18.9' })).rejects.toThrow('18.9 is already closed.')
    await expect(createIssue(ctx, { group, title: 'Late', milestone: '18.9' })).rejects.toThrow(
      '18.9 is already closed.',
    )
  }))

test('everybody may come and go, and the EM assigns others', () =>
  inWorld(async (ctx, { as }) => {
    const ref = await anIssue(ctx)
    const julie = await as('julie')
    await assignIssue(julie, { group, ref, assignees: ['julie'] })
    await expect(assignIssue(julie, { group, ref, assignees: ['julie', 'newick'] })).rejects.toMatchObject({
      code: 'forbidden',
    })
    const { card } = await assignIssue(ctx, { group, ref, assignees: ['newick', 'cindy'] })
    expect(card.assignees.toSorted()).toEqual(['cindy', 'newick'])
  }))

test('a person outside the group is not found, whatever is asked of them', () =>
  inWorld(async (ctx) => {
    const ref = await anIssue(ctx)
    await expect(handOver(ctx, { group, ref, from: null, to: 'nobody' })).rejects.toMatchObject({
      code: 'not_found',
    })
    await expect(assignIssue(ctx, { group, ref, assignees: ['nobody'] })).rejects.toMatchObject({
      code: 'not_found',
    })
  }))

test('when its last issue closes, an epic closes itself and says so; a reopened issue opens it', () =>
  inWorld(async (ctx, { as }) => {
    const { number: epic } = await createEpic(ctx, { title: 'Prompt registry v2', techLead: 'patrick' })
    const [a, b] = [await anIssue(ctx, { epic }), await anIssue(ctx, { epic })]
    const closed = async () =>
      (await ctx.db.query('select closed_at from epics where number = $1', [epic])).rows[0]?.closed_at
    await closeIssue(ctx, { group, ref: a })
    expect(await closed()).toBeNull()
    await closeIssue(ctx, { group, ref: b })
    expect(await closed()).toEqual(ctx.now)
    const { items } = await listEvents(ctx, { group, limit: 1 })
    expect(items[0]?.sentence).toContain('closed the epic “Prompt registry v2”')
    await reopenIssue(await as('patrick'), { group, ref: b })
    expect(await closed()).toBeNull()
  }))

test('closing what is closed and opening what is open is refused', () =>
  inWorld(async (ctx) => {
    const ref = await anIssue(ctx)
    await expect(reopenIssue(ctx, { group, ref })).rejects.toThrow('is already open')
    await closeIssue(ctx, { group, ref, reason: 'wont_do' })
    await expect(closeIssue(ctx, { group, ref })).rejects.toThrow('is already closed')
  }))

test('a confidential issue does not exist for a stakeholder: not alone, not in a list, not in the history', () =>
  inWorld(async (ctx, { as }) => {
    const ref = await anIssue(ctx, { confidential: true })
    await ctx.db.query(
      `update group_roles set role = 'stakeholder' where person_id = (select id from people where handle = 'cindy')`,
    )
    const cindy = await as('cindy')
    await expect(readIssue(cindy, { group, ref })).rejects.toMatchObject({ code: 'not_found' })
    await expect(commentOnIssue(cindy, { group, ref, body: 'hello' })).rejects.toMatchObject({
      code: 'not_found',
    })
    expect((await listIssues(cindy, { group })).items).toEqual([])
    expect((await listEvents(cindy, { group, issue: ref })).items).toEqual([])
    expect((await listIssues(ctx, { group })).items).toHaveLength(1)
    await commentOnIssue(ctx, { group, ref, body: 'Seen.' })
  }))

test('a list is filtered by everything at once, and a name that is unknown finds nothing', () =>
  inWorld(async (ctx) => {
    const ref = await anIssue(ctx, { dri: 'julie', team: 'model-selection', title: '100% of models' })
    await anIssue(ctx, { dri: 'newick' })
    const found = async (filter: object) =>
      (await listIssues(ctx, { group, ...filter })).items.map((item) => item.ref)
    expect(
      await found({
        person: 'julie',
        team: 'model-selection',
        type: 'maintenance',
        milestone: '18.8',
        state: 'open',
      }),
    ).toEqual([ref])
    expect(await found({ q: '100%' })).toEqual([ref])
    expect(await found({ q: `#${ref}` })).toEqual([ref])
    expect(await found({ type: 'none' })).toEqual([])
    expect(await found({ label: ['type::maintenance', 'type::nothing'] })).toEqual([])
    expect(await found({ person: 'nobody' })).toEqual([])
  }))

test('pages of a list hold every issue once', () =>
  inWorld(async (ctx) => {
    for (let count = 0; count < 7; count += 1) await anIssue(ctx)
    const seen: number[] = []
    let cursor: string | undefined
    do {
      const page = await listIssues(ctx, { group, limit: 3, ...(cursor ? { cursor } : {}) })
      seen.push(...page.items.map((item) => item.ref))
      cursor = page.next ?? undefined
    } while (cursor)
    expect(seen).toEqual([7, 6, 5, 4, 3, 2, 1])
  }))

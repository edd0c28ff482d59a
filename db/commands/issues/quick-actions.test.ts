import { expect, test } from 'vitest'
import type { Ctx } from '../../context.ts'
import { readIssue } from '../../queries/issues.ts'
import { listPushBacks } from '../../queries/push-backs.ts'
import { readSayDo } from '../../queries/say-do.ts'
import { anIssue, inWorld } from '../../testing/world.ts'
import { createEpic } from '../epics.ts'
import { commentOnIssue } from './comment.ts'
import { createIssue } from './create.ts'
import { editIssue } from './edit.ts'

const group = 'custom-models'

test('a comment does what its quick actions say, keeps the words, and reports each act', () =>
  inWorld(async (ctx, { as }) => {
    const ref = await anIssue(ctx)
    const { number: epic } = await createEpic(ctx, { title: 'Faster lists' })
    const body = [
      'Looks small enough.',
      '/weight 1',
      '/label ~"workflow::in dev" ~spike',
      '/milestone %"Next 1-3"',
      `/epic &${epic}`,
      '/due tomorrow',
      '/assign @me',
      '/take',
    ].join('\n')
    const { comment, reports, card } = await commentOnIssue(await as('cindy'), { group, ref, body })
    expect(card).toMatchObject({
      weight: 1,
      milestone: 'next-1-3',
      epic,
      due: '2026-01-08',
      dri: 'cindy',
      assignees: ['cindy'],
    })
    const issue = await readIssue(ctx, { group, ref })
    expect(issue.labels.map(({ title }) => title)).toEqual(
      expect.arrayContaining(['workflow::in dev', 'spike']),
    )
    expect(issue.comments).toMatchObject([{ id: comment, body: 'Looks small enough.' }])
    expect(reports).toHaveLength(7)
    expect(reports[0]).toBe('Cindy Halim changed the weight of this issue from 2 to 1.')
  }))

test('a comment of acts alone leaves no empty comment', () =>
  inWorld(async (ctx) => {
    const ref = await anIssue(ctx)
    const { comment, card } = await commentOnIssue(ctx, { group, ref, body: '/clear_weight\n/close moved' })
    expect(comment).toBeNull()
    expect(card).toMatchObject({ weight: null, state: 'closed', closeReason: 'moved' })
    expect((await readIssue(ctx, { group, ref })).comments).toEqual([])
    const again = await commentOnIssue(ctx, {
      group,
      ref,
      body: '/reopen\n/relabel ~spike\n/unassign\n/remove_milestone',
    })
    expect(again.card).toMatchObject({ state: 'open', milestone: null, assignees: [] })
    expect((await readIssue(ctx, { group, ref })).labels.map(({ title }) => title)).toEqual(['spike'])
  }))

test('where one act is refused, nothing is done, and the words say which line it was', () =>
  inWorld(async (ctx, { as }) => {
    const ref = await anIssue(ctx)
    const cindy = await as('cindy')
    const say = (body: string) => commentOnIssue(cindy, { group, ref, body })
    await expect(say('Hello\n/weight 3\n/assign @newick')).rejects.toMatchObject({
      code: 'forbidden',
      detail: expect.stringContaining('“/assign @newick”: Only the engineering manager assigns others.'),
      facts: { line: '/assign @newick' },
    })
    await expect(say('/weight 3\n/label ~nowhere')).rejects.toMatchObject({ code: 'refused' })
    await expect(say('/weight 3\n/weight heavy')).rejects.toThrow('Add a whole number')
    await expect(say('/reopen')).rejects.toThrow('is already open')
    await expect(say('/milestone %Next')).rejects.toThrow('The milestone “Next”')
    const issue = await readIssue(ctx, { group, ref })
    expect(issue).toMatchObject({ weight: 2, comments: [] })
  }))

test('a right to comment is no right to act', () =>
  inWorld(async (ctx, { as }) => {
    const ref = await anIssue(ctx)
    await ctx.db.query(
      `update group_roles set role = 'stakeholder' where person_id = (select id from people where handle = 'cindy')`,
    )
    await expect(
      commentOnIssue(await as('cindy'), { group, ref, body: 'Please.\n/close' }),
    ).rejects.toMatchObject({
      code: 'forbidden',
    })
  }))

test('a duplicate is closed and linked with its original', () =>
  inWorld(async (ctx) => {
    const [original, ref] = [await anIssue(ctx), await anIssue(ctx)]
    const { card } = await commentOnIssue(ctx, { group, ref, body: `/duplicate #${original}` })
    expect(card).toMatchObject({ state: 'closed', closeReason: 'duplicate' })
    const { rows } = await ctx.db.query(
      `select from_number, to_number from issue_links where kind = 'duplicates'`,
    )
    expect(rows).toEqual([{ from_number: ref, to_number: original }])
  }))

test('a DRI is handed over with the words that follow: at once by the EM, else the person named is asked', () =>
  inWorld(async (ctx, { as }) => {
    const ref = await anIssue(ctx, { dri: 'cindy' })
    await expect(commentOnIssue(ctx, { group, ref, body: '/dri @newick' })).rejects.toThrow('Add context')
    const { card } = await commentOnIssue(ctx, { group, ref, body: '/dri @newick The probe works.' })
    expect(card.dri).toBe('newick')
    const newick = await as('newick')
    const asked = await commentOnIssue(newick, { group, ref, body: '/dri @julie The page is next.' })
    expect(asked.card).toMatchObject({ dri: 'newick', offeredTo: 'julie' })
    await expect(
      commentOnIssue(await as('cindy'), { group, ref, body: '/dri @patrick Yours.' }),
    ).rejects.toThrow('Only the engineering manager assigns others')
  }))

test('descriptions act too, when an issue is created and when it is edited', () =>
  inWorld(async (ctx) => {
    const { card } = await createIssue(ctx, {
      group,
      title: 'New',
      description: 'Words.\n/weight 3\n/confidential',
    })
    expect(card).toMatchObject({ weight: 3, confidential: true })
    const edited = await editIssue(ctx, {
      group,
      ref: card.ref,
      description: 'Words.\n/weight 1',
      version: card.version,
    })
    expect(edited.card).toMatchObject({ weight: 1, version: card.version })
    expect((await readIssue(ctx, { group, ref: card.ref })).description).toBe('Words.')
  }))

test('a line that only looks like an act stays, and is pointed out', () =>
  inWorld(async (ctx) => {
    const ref = await anIssue(ctx)
    const { warnings } = await commentOnIssue(ctx, { group, ref, body: '/asign @me' })
    expect(warnings).toEqual([
      { code: 'unknown_quick_action', because: 'Unknown quick action “/asign @me”, kept as text.' },
    ])
    expect((await readIssue(ctx, { group, ref })).comments).toMatchObject([{ body: '/asign @me' }])
  }))

const LABELS = ['group::custom models', 'type::bug', 'workflow::in dev', 'Deliverable']
const said = (ctx: Ctx) => anIssue(ctx, { labels: LABELS, dri: 'julie' })
const registerOf = async (ctx: Ctx, ref: number) =>
  (await listPushBacks(ctx, { group, work: `issue-${ref}` })).items

test('a comment pushes back with the reason, and waits for a decision', () =>
  inWorld(async (ctx, { as }) => {
    const ref = await said(ctx)
    await commentOnIssue(await as('julie'), {
      group,
      ref,
      body: '/push_back We are committed to the gateway.',
    })
    expect(await registerOf(ctx, ref)).toMatchObject([
      { state: 'open', reason: 'We are committed to the gateway.', by: { handle: 'julie' } },
    ])
    await expect(commentOnIssue(ctx, { group, ref, body: '/push_back' })).rejects.toThrow('Add the reason')
  }))

test('what the EM takes off the milestone that runs by a comment is reprioritised with its reason, wherever that line stands', () =>
  inWorld(async (ctx) => {
    const [unlabelled, moved] = [await said(ctx), await said(ctx)]
    const off = '/unlabel ~Deliverable'
    await commentOnIssue(ctx, { group, ref: unlabelled, body: `/push_back An outage first.\n${off}` })
    await commentOnIssue(ctx, { group, ref: moved, body: '/milestone 18.9\n/push_back An outage first.' })
    for (const ref of [unlabelled, moved]) {
      expect(await registerOf(ctx, ref)).toMatchObject([
        { state: 'accepted', reason: 'An outage first.', left: '18.8' },
      ])
    }
    expect((await readSayDo(ctx, { milestone: '18.8' })).reprioritised).toEqual([unlabelled, moved])
  }))

test('a comment of the EM that takes a Deliverable off without a reason says what that counts as', () =>
  inWorld(async (ctx) => {
    const ref = await said(ctx)
    const { warnings } = await commentOnIssue(ctx, { group, ref, body: '/unlabel ~Deliverable' })
    expect(warnings.map(({ code }) => code)).toContain('still_said')
    expect(warnings.find(({ code }) => code === 'still_said')?.because).toContain('counts as said in 18.8')
    expect(await registerOf(ctx, ref)).toEqual([])
  }))

import { expect, test } from 'vitest'
import { commentOnIssue } from '../commands/issues/comment.ts'
import { createEpic } from '../commands/epics.ts'
import { joinEpic } from '../commands/issues/epic.ts'
import { labelIssue } from '../commands/issues/labels.ts'
import { weighIssue } from '../commands/issues/plan.ts'
import { addTimeOff } from '../commands/time-off.ts'
import { putUpdate } from '../commands/updates/post.ts'
import { A_VISITOR, type Ctx } from '../context.ts'
import { anIssue, inWorld } from '../testing/world.ts'
import { readWeekMarkdown, readWeekOfUpdates } from './week-updates.ts'

const group = 'custom-models'
const week = '2026-W02'
const labels = ['group::custom models', 'type::bug', 'workflow::in dev']
const said = { progress: 'In review', blockers: '', next: '', confidence: 'very' } as const
const active = (ctx: Ctx, dri = 'julie') => anIssue(ctx, { labels, dri })
const standing = async (ctx: Ctx, handle: string) =>
  (await readWeekOfUpdates(ctx, { week })).people.find((one) => one.handle === handle)

test('who drives something active owes an update until each of their subjects has one', () =>
  inWorld(async (ctx, { as }) => {
    const julie = await as('julie')
    const [first, second] = [await active(ctx), await active(ctx)]
    const subjects = (await standing(ctx, 'julie'))?.subjects ?? 0
    expect(await standing(ctx, 'julie')).toMatchObject({ standing: 'owes', posted: 0 })
    await putUpdate(julie, { group, week, subject: `issue-${first}`, ...said })
    expect(await standing(ctx, 'julie')).toMatchObject({ standing: 'owes', posted: 1, subjects })
    const { missing } = await readWeekOfUpdates(ctx, { week })
    expect(missing.map(({ ref }) => ref)).toContain(second)
    await putUpdate(julie, { group, week, subject: `issue-${second}`, ...said })
    expect(await standing(ctx, 'julie')).toMatchObject({ standing: 'posted', posted: 2 })
  }))

test('a DRI who goes away for the week owes none any more', () =>
  inWorld(async (ctx, { as }) => {
    const ref = await active(ctx)
    expect(await standing(ctx, 'julie')).toMatchObject({ standing: 'owes' })
    await addTimeOff(await as('julie'), {
      group,
      from: '2026-01-05',
      to: '2026-01-09',
      kind: 'vacation',
      note: 'Alps',
    })
    expect(await standing(ctx, 'julie')).toMatchObject({ standing: 'away' })
    const answer = await readWeekOfUpdates(ctx, { week })
    expect(answer.missing.map((one) => one.ref)).not.toContain(ref)
    expect(JSON.stringify(answer)).not.toMatch(/vacation|Alps/)
  }))

/** An issue of 18.9, which runs from 10 January on, so that two weeks of updates can be given. */
const later = (ctx: Ctx, stated: Parameters<typeof anIssue>[1] = {}) =>
  anIssue(ctx, { labels, dri: 'julie', milestone: '18.9', ...stated })
const NEXT_WEEK = new Date('2026-01-14T10:00:00Z')

test('one’s own subjects come with what happened since the last update, and its confidence', () =>
  inWorld(async (ctx, { as }) => {
    const [before, ref] = [await as('julie'), await later(ctx)]
    await putUpdate(before, { group, week, subject: `issue-${ref}`, ...said })
    const julie = { ...before, now: NEXT_WEEK }
    await labelIssue(julie, { group, ref, add: ['workflow::in review'] })
    await commentOnIssue({ ...ctx, now: NEXT_WEEK }, { group, ref, body: 'Looks good.' })
    await weighIssue(julie, { group, ref, weight: 3 })
    const { mine } = await readWeekOfUpdates(julie, { week: '2026-W03' })
    expect(mine.find((one) => one.ref === ref)).toMatchObject({
      state: 'in-review',
      active: true,
      since: {
        on: '2026-01-07',
        facts: ['moved to in review on 14 Jan', '1 comment', 'weight changed from 2 to 3'],
      },
      proposed: 'Moved to in review on 14 Jan. Weight changed from 2 to 3.',
      last: { week, confidence: 'very' },
      update: null,
      draft: null,
    })
  }))

test('an epic tells what closed and came, without issues that its reader may not see', () =>
  inWorld(async (ctx, { as }) => {
    const { number } = await createEpic(ctx, { title: 'Lifecycle', techLead: 'julie' })
    const [seen, unseen] = [await active(ctx), await anIssue(ctx, { labels, confidential: true })]
    for (const ref of [seen, unseen]) await joinEpic(ctx, { group, ref, epic: number })
    const mineOf = async (reader: Ctx) =>
      (await readWeekOfUpdates(reader, { week })).mine.find(({ kind }) => kind === 'epic')
    const julie = await as('julie')
    expect((await mineOf(julie))?.since.facts[0]).toBe(`2 added (#${seen}, #${unseen})`)
    const blind = { ...julie, actor: { ...julie.actor, roles: ['stakeholder' as const], admin: false } }
    expect((await mineOf(blind))?.since.facts[0]).toBe(`1 added (#${seen})`)
  }))

test('blocked comes first, then falling confidence; the text follows the same order', () =>
  inWorld(async (ctx, { as }) => {
    const before = await as('julie')
    const [calm, falling] = [await later(ctx), await later(ctx)]
    const blocked = await later(ctx, { labels: [...labels.slice(0, 2), 'workflow::blocked'] })
    await putUpdate(before, { group, week, subject: `issue-${falling}`, ...said })
    const julie = { ...before, now: NEXT_WEEK }
    for (const ref of [calm, falling, blocked]) {
      const confidence = ref === falling ? ('not' as const) : ('very' as const)
      await putUpdate(julie, { group, week: '2026-W03', subject: `issue-${ref}`, ...said, confidence })
    }
    const { updates, mine } = await readWeekOfUpdates(julie, { week: '2026-W03' })
    expect(updates.map(({ ref }) => ref)).toEqual([blocked, falling, calm])
    expect(mine.map(({ ref }) => ref)).toEqual([blocked, falling, calm])
    expect(updates[1]).toMatchObject({ before: 'very', confidence: 'not' })
    const { markdown } = await readWeekMarkdown(julie, { week: '2026-W03' }, 'https://saydo.example')
    expect(markdown.split('\n')[0]).toBe('## Async Status Update 2026-01-14')
    const refs = [...markdown.matchAll(/#(\d+)\]/g)].map(([, ref]) => Number(ref))
    expect(refs).toEqual([blocked, falling, calm])
  }))

test('a confidential issue is in no answer to a reader who may not see it', () =>
  inWorld(async (ctx, { as }) => {
    const ref = await anIssue(ctx, { labels, dri: 'julie', confidential: true, title: 'Hidden matter' })
    await putUpdate(await as('julie'), {
      group,
      week,
      subject: `issue-${ref}`,
      ...said,
      progress: 'Secret step',
    })
    const visitor = { ...ctx, actor: A_VISITOR }
    const told = JSON.stringify([
      await readWeekOfUpdates(visitor, { week }),
      await readWeekMarkdown(visitor, { week }, 'https://saydo.example'),
    ])
    expect(told).not.toMatch(/Hidden matter|Secret step/)
    expect(JSON.stringify(await readWeekOfUpdates(ctx, { week }))).toContain('Secret step')
  }))

test('a week that is over stands under its due day, and asks no person for anything', () =>
  inWorld(async (ctx, { as }) => {
    const [ref, julie] = [await active(ctx), await as('julie')]
    await putUpdate(julie, { group, week, subject: `issue-${ref}`, ...said })
    const answer = await readWeekOfUpdates({ ...julie, now: NEXT_WEEK }, { week })
    expect(answer).toMatchObject({
      phase: 'over',
      on: '2026-01-09',
      dueOn: '2026-01-09',
      missing: [],
      mine: [],
    })
    expect(answer).toMatchObject({ from: '2026-01-05', to: '2026-01-11', endsAt: '2026-01-12T00:00:00.000Z' })
    expect(answer.updates).toMatchObject([{ ref, editable: false }])
    expect(answer.people).toMatchObject([{ handle: 'julie', standing: 'posted' }])
  }))

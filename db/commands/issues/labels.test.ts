import { expect, test } from 'vitest'
import { anIssue, inWorld } from '../../testing/world.ts'
import { lastEvent, listEvents } from '../../queries/events.ts'
import { readIssue } from '../../queries/issues.ts'
import { changeIssues } from './bulk.ts'
import { commentOnIssue } from './comment.ts'
import { createIssue } from './create.ts'
import { labelIssue } from './labels.ts'
import { planIssue } from './plan.ts'

const group = 'custom-models'
const titles = (labels: { title: string }[]) => labels.map((label) => label.title)

test('setting a label takes the other one of its scope off, in one event that names both', () =>
  inWorld(async (ctx, { as }) => {
    const ref = await anIssue(ctx)
    await labelIssue(await as('julie'), { group, ref, add: ['workflow::in dev'] })
    expect(titles((await readIssue(ctx, { group, ref })).labels)).toContain('workflow::in dev')
    expect(titles((await readIssue(ctx, { group, ref })).labels)).not.toContain(
      'workflow::ready for development',
    )
    const { items } = await listEvents(ctx, { group, issue: ref, limit: 1 })
    expect(items[0]?.sentence).toBe(
      'Julie Huang replaced ~workflow::ready for development with ~workflow::in dev on this issue.',
    )
  }))

test('setting a label that is there already changes nothing and leaves no event', () =>
  inWorld(async (ctx) => {
    const ref = await anIssue(ctx)
    const before = await lastEvent(ctx)
    const { event } = await labelIssue(ctx, { group, ref, add: ['type::maintenance'] })
    expect(event).toBe(before)
    expect(await lastEvent(ctx)).toBe(before)
  }))

test('only the EM sets Deliverable, on ready work of a near milestone that has a person on it', () =>
  inWorld(async (ctx, { as }) => {
    const ref = await anIssue(ctx)
    const add = ['Deliverable']
    await expect(labelIssue(await as('julie'), { group, ref, add })).rejects.toMatchObject({
      code: 'forbidden',
    })
    await expect(labelIssue(await as('jordan'), { group, ref, add })).rejects.toMatchObject({
      code: 'forbidden',
    })
    await expect(labelIssue(ctx, { group, ref, add })).rejects.toThrow('It has no DRI and no assignee')
    const held = await anIssue(ctx, { dri: 'julie' })
    const { card } = await labelIssue(ctx, { group, ref: held, add })
    expect(card.labelIds).toHaveLength(4)
    const far = await anIssue(ctx, { dri: 'julie', milestone: 'next-1-3' })
    await expect(labelIssue(ctx, { group, ref: far, add })).rejects.toThrow(
      'neither the current nor the next milestone',
    )
  }))

test('a Deliverable does not slip away onto a shelf', () =>
  inWorld(async (ctx, { as }) => {
    const labels = ['group::custom models', 'type::bug', 'workflow::ready for development', 'Deliverable']
    const ref = await anIssue(ctx, { labels, dri: 'julie' })
    await expect(planIssue(await as('julie'), { group, ref, milestone: '18.9' })).rejects.toMatchObject({
      code: 'forbidden',
    })
    await expect(planIssue(ctx, { group, ref, milestone: 'backlog' })).rejects.toThrow(
      'A Deliverable belongs to 18.8 or 18.9. Take Deliverable off to move it.',
    )
    expect((await planIssue(ctx, { group, ref, milestone: '18.9' })).card.milestone).toBe('18.9')
  }))

test('the sentence of a refusal names a label that the group does not have', () =>
  inWorld(async (ctx) => {
    const ref = await anIssue(ctx)
    await expect(labelIssue(ctx, { group, ref, add: ['workflow::nowhere'] })).rejects.toMatchObject({
      code: 'not_found',
    })
  }))

test('how long a label was carried is kept when it comes off', () =>
  inWorld(async (ctx) => {
    const ref = await anIssue(ctx)
    const later = { ...ctx, now: new Date(ctx.now.getTime() + 3 * 86_400_000) }
    await labelIssue(later, { group, ref, add: ['workflow::in dev'] })
    const { rows } = await ctx.db.query(
      `select k.title, extract(day from s.to_at - s.from_at)::int as days
        from label_spans s join labels k on k.id = s.label_id where s.issue_number = $1`,
      [ref],
    )
    expect(rows).toEqual([{ title: 'workflow::ready for development', days: 3 }])
  }))

test('ready for development is an engineer’s word: of others it is let through with a reminder', () =>
  inWorld(async (ctx, { as }) => {
    const add = ['workflow::ready for development']
    const [one, two] = [
      await anIssue(ctx, { labels: ['type::bug'] }),
      await anIssue(ctx, { labels: ['type::bug'] }),
    ]
    const byManager = await labelIssue(await as('jordan'), { group, ref: one, add })
    expect(byManager.warnings.map(({ code }) => code)).toEqual(['not_an_engineer'])
    const byEngineer = await labelIssue(await as('julie'), { group, ref: two, add })
    expect(byEngineer.warnings).toEqual([])
  }))

/** Two of one scope, two of one meaning, a type and a sub-type of another, one that comes and goes. */
const TOGETHER: [add: string[], remove?: string[]][] = [
  [['workflow::in dev', 'workflow::in review']],
  [['type::bug', 'type::feature']],
  [['spike'], ['spike']],
]

test.each(TOGETHER)(
  'one act that says %s is refused in words wherever it is said, and changes nothing',
  (add, remove) =>
    inWorld(async (ctx) => {
      const ref = await anIssue(ctx)
      const before = await lastEvent(ctx)
      const refused = {
        code: 'refused',
        detail: expect.stringMatching(/^(An issue has only one of|“spike” cannot)/),
      }
      await expect(labelIssue(ctx, { group, ref, add, remove })).rejects.toMatchObject(refused)
      const change = { what: 'labels' as const, add, remove }
      await expect(changeIssues(ctx, { group, refs: [ref], change })).rejects.toMatchObject(refused)
      if (!remove) {
        await expect(createIssue(ctx, { group, title: 'Both', labels: add })).rejects.toMatchObject(refused)
        for (const act of ['label', 'relabel']) {
          const body = `/${act} ${add.map((title) => `~"${title}"`).join(' ')}`
          await expect(commentOnIssue(ctx, { group, ref, body })).rejects.toThrow('An issue has only one of')
        }
      }
      expect(await lastEvent(ctx)).toBe(before)
    }),
)

test('the same label said twice is said once', () =>
  inWorld(async (ctx) => {
    const { card } = await createIssue(ctx, { group, title: 'Twice', labels: ['type::bug', 'type::bug'] })
    expect(card.labelIds).toHaveLength(1)
  }))

import { expect, test } from 'vitest'
import { closeIssue } from '../commands/issues/close.ts'
import { freezeMilestone } from '../commands/closing/freeze.ts'
import { putUpdate } from '../commands/updates/post.ts'
import { A_VISITOR, type Ctx, THE_CLOCK } from '../context.ts'
import { anIssue, inWorld } from '../testing/world.ts'
import { readCalibration } from './calibration.ts'
import { milestonesOf } from './milestones.ts'

const group = 'custom-models'
/** The second week of 18.9, which runs from Saturday 10 January to 13 February. */
const SECOND = '2026-W03'
const labels = ['group::custom models', 'type::bug', 'workflow::in dev', 'Deliverable']
const said = { progress: 'In review', blockers: '', next: '' } as const
const at = (ctx: Ctx, day: string): Ctx => ({ ...ctx, now: new Date(`${day}T12:00:00Z`) })

const deliverable = (ctx: Ctx, dri: string, stated: Parameters<typeof anIssue>[1] = {}) =>
  anIssue(ctx, { labels, dri, milestone: '18.9', ...stated })

async function over(ctx: Ctx): Promise<Ctx> {
  const end = { ...at(ctx, '2026-02-14'), actor: THE_CLOCK }
  const found = (await milestonesOf(end)).find(({ title }) => title === '18.9')
  if (!found) throw new Error('There is no 18.9.')
  await freezeMilestone(end, found)
  return at(ctx, '2026-02-14')
}

const figures = ({ rows }: Awaited<ReturnType<typeof readCalibration>>) =>
  Object.fromEntries(rows.map(({ confidence, said, shipped }) => [confidence, [shipped, said]]))

test('of what was said by the end of the second week, what was completed came true', () =>
  inWorld(async (ctx, { as }) => {
    const [julie, cindy] = [await as('julie'), await as('cindy')]
    const [done, open, theirs] = [
      await deliverable(ctx, 'julie'),
      await deliverable(ctx, 'julie'),
      await deliverable(ctx, 'cindy'),
    ]
    const put = (who: Ctx, day: string, week: string, ref: number, confidence: 'very' | 'not') =>
      putUpdate(at(who, day), { group, week, subject: `issue-${ref}`, ...said, confidence })
    for (const ref of [done, open]) await put(julie, '2026-01-14', SECOND, ref, 'very')
    await put(cindy, '2026-01-14', SECOND, theirs, 'not')
    await put(julie, '2026-01-28', '2026-W05', open, 'not')
    await closeIssue(at(ctx, '2026-02-02'), { group, ref: done, reason: 'done' })
    expect(await readCalibration(at(ctx, '2026-02-03'), {})).toMatchObject({ milestones: 0 })
    const later = await over(ctx)
    const all = await readCalibration(later, {})
    expect(all).toMatchObject({ milestones: 1, title: 'Confidence calibration' })
    expect(figures(all)).toEqual({ very: [1, 2], slightly: [0, 0], not: [0, 1] })
    const own = await readCalibration({ ...later, actor: cindy.actor }, { view: 'mine' })
    expect(figures(own)).toEqual({ very: [0, 0], slightly: [0, 0], not: [0, 1] })
    expect(figures(await readCalibration(later, { type: 'feature' })).very).toEqual([0, 0])
  }))

test('confidential work counts for those alone who may see it', () =>
  inWorld(async (ctx, { as }) => {
    const ref = await deliverable(ctx, 'julie', { confidential: true })
    const julie = at(await as('julie'), '2026-01-14')
    await putUpdate(julie, { group, week: SECOND, subject: `issue-${ref}`, ...said, confidence: 'very' })
    const later = await over(ctx)
    expect(figures(await readCalibration(later, {})).very).toEqual([0, 1])
    expect(figures(await readCalibration({ ...later, actor: A_VISITOR }, {})).very).toEqual([0, 0])
    expect(await readCalibration({ ...later, actor: A_VISITOR }, { view: 'mine' })).toMatchObject({
      milestones: 0,
    })
  }))

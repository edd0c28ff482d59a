import { expect, test } from 'vitest'
import type { Ctx } from '../context.ts'
import { anIssue, inWorld } from '../testing/world.ts'
import { listLabels } from './labels.ts'
import { usualDays } from './usual-days.ts'

const DAY = 86_400_000

/** Stays with a label that ended a day ago, each of so many days. */
async function stays(ctx: Ctx, title: string, days: readonly number[], endedDaysAgo = 1): Promise<string> {
  const label = (await listLabels(ctx)).items.find((one) => one.title === title)?.id ?? ''
  for (const length of days) {
    const ref = await anIssue(ctx)
    const to = new Date(ctx.now.getTime() - endedDaysAgo * DAY)
    await ctx.db.query(
      'insert into label_spans (group_id, issue_number, label_id, from_at, to_at) values ($1, $2, $3, $4, $5)',
      [ctx.group.id, ref, Number(label), new Date(to.getTime() - length * DAY), to],
    )
  }
  return label
}

test('the usual is the middle of the stays, so that one that took long changes little', () =>
  inWorld(async (ctx) => {
    const label = await stays(ctx, 'workflow::in dev', [1, 2, 3, 4, 90])
    expect(await usualDays(ctx, [label])).toEqual(new Map([[label, 3]]))
  }))

test('fewer than five stays say nothing, and neither do those that ended long ago', () =>
  inWorld(async (ctx) => {
    const label = await stays(ctx, 'workflow::in dev', [1, 2, 3, 4])
    expect(await usualDays(ctx, [label])).toEqual(new Map())
    await stays(ctx, 'workflow::in dev', [5, 6], 121)
    expect(await usualDays(ctx, [label])).toEqual(new Map())
    await stays(ctx, 'workflow::in dev', [5], 119)
    expect(await usualDays(ctx, [label])).toEqual(new Map([[label, 3]]))
  }))

test('each label has its own, to a tenth of a day, and only those that are asked for are told', () =>
  inWorld(async (ctx) => {
    const dev = await stays(ctx, 'workflow::in dev', [1, 1, 1.25, 2, 2])
    const review = await stays(ctx, 'workflow::in review', [4, 4, 4, 4, 4])
    expect(await usualDays(ctx, [dev, review])).toEqual(
      new Map([
        [dev, 1.3],
        [review, 4],
      ]),
    )
    expect([...(await usualDays(ctx, [review])).keys()]).toEqual([review])
    expect(await usualDays(ctx, [])).toEqual(new Map())
  }))

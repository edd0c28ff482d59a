import { expect, test } from 'vitest'
import type { Ctx } from '../../context.ts'
import { readIssue } from '../../queries/issues.ts'
import { inWorld } from '../../testing/world.ts'
import { undoEvent } from '../undo.ts'
import { lintIssue } from '#lib/domain/lint.ts'
import { createIssue } from './create.ts'
import { labelIssue } from './labels.ts'

const group = 'custom-models'
const [inDev, inReview] = ['workflow::in dev', 'workflow::in review']

const imported = async (ctx: Ctx, labels: string[]) =>
  (await createIssue(ctx, { group, title: 'From elsewhere', labels, imported: true })).card.ref
const labelsOf = async (ctx: Ctx, ref: number) =>
  (await readIssue(ctx, { group, ref })).labels.map(({ title }) => title)
const conflictOf = async (ctx: Ctx, ref: number) => {
  const issue = await readIssue(ctx, { group, ref })
  const facts = { ...issue, milestone: null, dueOn: issue.due, described: true, driven: true, assigned: true }
  return lintIssue(facts, issue.today).find(({ code }) => code === 'labels_conflict')?.because
}
/** How many of its labels hold their scope alone, and how many came in beside another. */
const marks = async (ctx: Ctx, ref: number) =>
  (
    await ctx.db.query<{ beside: boolean }>(
      'select beside <> 0 as beside from issue_labels where issue_number = $1 order by beside',
      [ref],
    )
  ).rows.map(({ beside }) => beside)

test('an imported issue keeps both labels of one scope, and the finding names them', () =>
  inWorld(async (ctx) => {
    const ref = await imported(ctx, [inDev, inReview, 'spike'])
    expect(await labelsOf(ctx, ref)).toEqual(['spike', inDev, inReview])
    expect(await conflictOf(ctx, ref)).toBe(`It holds ~${inDev} and ~${inReview} at once.`)
  }))

test('fixing keeps the one that was chosen, which holds the scope from then on like any other', () =>
  inWorld(async (ctx) => {
    for (const [keep, drop] of [
      [inDev, inReview],
      [inReview, inDev],
    ] as const) {
      const ref = await imported(ctx, [inDev, inReview])
      expect(await marks(ctx, ref)).toEqual([false, true])
      const { event } = await labelIssue(ctx, { group, ref, remove: [drop] })
      expect(await labelsOf(ctx, ref)).toEqual([keep])
      expect(await marks(ctx, ref)).toEqual([false])
      expect(await conflictOf(ctx, ref)).toBeUndefined()
      await undoEvent(ctx, { group, event })
      expect(await labelsOf(ctx, ref)).toEqual([inDev, inReview])
      expect(await marks(ctx, ref)).toEqual([false, true])
    }
  }))

test('setting a third label of the scope leaves that one alone', () =>
  inWorld(async (ctx) => {
    const ref = await imported(ctx, [inDev, inReview])
    await labelIssue(ctx, { group, ref, add: ['workflow::verification'] })
    expect(await labelsOf(ctx, ref)).toEqual(['workflow::verification'])
    expect(await marks(ctx, ref)).toEqual([false])
  }))

test('the database refuses a second label of a scope that no import wrote', () =>
  inWorld(async (ctx) => {
    const ref = await imported(ctx, [inDev])
    await ctx.db.query('savepoint before')
    const second = ctx.db.query(
      `insert into issue_labels (group_id, issue_number, label_id, scope_key, added_at)
        select group_id, $2, id, scope, $3 from labels where group_id = $1 and title = $4`,
      [ctx.group.id, ref, ctx.now, inReview],
    )
    await expect(second).rejects.toMatchObject({ code: '23505' })
    await ctx.db.query('rollback to savepoint before')
  }))

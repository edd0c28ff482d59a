import { expect, test } from 'vitest'
import { CONFIDENCES } from '#lib/domain/confidence.ts'
import { confidenceFilter } from '#lib/domain/confidence-list.ts'
import { closeIssue } from '../commands/issues/close.ts'
import { putUpdate } from '../commands/updates/post.ts'
import { A_VISITOR, type Ctx } from '../context.ts'
import { anIssue, inWorld } from '../testing/world.ts'
import { readIssue } from './issues.ts'
import { indexIssues } from './issue-lists.ts'
import { readMilestone } from './milestone-overview.ts'

const group = 'custom-models'
const week = '2026-W02'
const labels = ['group::custom models', 'type::bug', 'workflow::in dev']
const said = { progress: 'In review', blockers: '', next: '', confidence: 'slightly' } as const

test('the milestone that runs shows the latest confidence of its active work, and what has none yet', () =>
  inWorld(async (ctx, { as }) => {
    const julie = await as('julie')
    const active = () => anIssue(ctx, { labels, dri: 'julie' })
    const [one, other, closed] = [await active(), await active(), await active()]
    for (const ref of [one, closed]) await putUpdate(julie, { group, week, subject: `issue-${ref}`, ...said })
    await closeIssue(ctx, { group, ref: closed, reason: 'done' })
    const { confidence } = await readMilestone(ctx, { milestone: '18.8' })
    expect(confidence?.map((it) => [it.ref, it.confidence])).toEqual([
      [one, 'slightly'],
      [other, null],
    ])
    expect((await readMilestone(ctx, { milestone: '18.9' })).confidence).toBeNull()
  }))

test('confidential work counts for those alone who may see it', () =>
  inWorld(async (ctx) => {
    await anIssue(ctx, { labels, dri: 'julie', confidential: true })
    expect((await readMilestone(ctx, { milestone: '18.8' })).confidence).toHaveLength(1)
    expect((await readMilestone({ ...ctx, actor: A_VISITOR }, { milestone: '18.8' })).confidence).toEqual([])
  }))

test('an issue shows its confidence week by week, the latest first', () =>
  inWorld(async (ctx, { as }) => {
    const [ref, julie] = [await anIssue(ctx, { labels, dri: 'julie' }), await as('julie')]
    const put = (now: string, asked: string, confidence: 'not' | 'very') =>
      putUpdate(
        { ...julie, now: new Date(now) },
        { group, week: asked, subject: `issue-${ref}`, ...said, confidence },
      )
    await put('2026-01-08T12:00:00Z', '2026-W02', 'very')
    await put('2026-01-15T12:00:00Z', '2026-W03', 'not')
    expect((await readIssue(ctx, { group, ref })).confidence).toEqual([
      { week: '2026-W03', confidence: 'not' },
      { week: '2026-W02', confidence: 'very' },
    ])
  }))

test('each bar of a milestone counts the issues of the list that it opens, for each reader what they may see', () =>
  inWorld(async (ctx, { as }) => {
    const julie = await as('julie')
    const put = async (confidence: 'not' | 'very', confidential = false) => {
      const ref = await anIssue(ctx, { labels, dri: 'julie', confidential })
      await putUpdate(julie, { group, week, subject: `issue-${ref}`, ...said, confidence })
      return ref
    }
    const closed = await put('very')
    await closeIssue(ctx, { group, ref: closed, reason: 'done' })
    for (const confidential of [false, false, true]) await put('very', confidential)
    await put('not')
    // neither is active work that has a DRI, which alone is counted
    await anIssue(ctx, { labels: [...labels.slice(0, 2), 'workflow::refinement'], dri: 'julie' })
    await anIssue(ctx, { labels, dri: null })
    await anIssue(ctx, { labels, dri: 'cindy' })
    const counts = async (reader: Ctx) => {
      const { confidence } = await readMilestone(reader, { milestone: '18.8' })
      return Promise.all(
        [...CONFIDENCES, null].map(async (one) => {
          const listed = await indexIssues(reader, { group, filter: confidenceFilter('18.8', one) })
          const drawn = (confidence ?? []).filter((it) => it.kind === 'issue' && it.confidence === one)
          expect(listed.groups.flatMap(({ refs }) => refs).toSorted()).toEqual(
            drawn.map(({ ref }) => ref).toSorted(),
          )
          return drawn.length
        }),
      )
    }
    expect(await counts(ctx)).toEqual([1, 0, 3, 1])
    expect(await counts({ ...ctx, actor: A_VISITOR })).toEqual([1, 0, 2, 1])
  }))

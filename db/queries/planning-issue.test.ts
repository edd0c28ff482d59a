import { expect, test } from 'vitest'
import { createPlanningIssue } from '../commands/planning-issue/create.ts'
import { putUpdate } from '../commands/updates/post.ts'
import { A_VISITOR } from '../context.ts'
import { anIssue, inWorld } from '../testing/world.ts'
import { readPlanningIssue } from './planning-issue.ts'
import { readWeekMarkdown } from './week-updates.ts'

const group = 'custom-models'
const week = '2026-W02'
const labels = ['group::custom models', 'type::bug', 'workflow::in dev']
const said = { blockers: '', next: '', confidence: 'slightly' } as const
const ORIGIN = 'https://saydo.example'

test('the planning issue as Markdown ends with the updates of its week, as far as the reader may see them', () =>
  inWorld(async (ctx, { as }) => {
    await createPlanningIssue(ctx, { group, milestone: '18.8' })
    const read = async (reader: typeof ctx) =>
      (await readPlanningIssue(reader, { milestone: '18.8' }, ORIGIN)).markdown
    expect(await read(ctx)).not.toContain('Async Status Update')
    const julie = await as('julie')
    for (const [progress, confidential] of [
      ['In review', false],
      ['A secret step', true],
    ] as const) {
      const ref = await anIssue(ctx, { labels, dri: 'julie', confidential })
      await putUpdate(julie, { group, week, subject: `issue-${ref}`, ...said, progress })
    }
    const visitor = { ...ctx, actor: A_VISITOR }
    for (const reader of [ctx, visitor]) {
      const { markdown } = await readWeekMarkdown(reader, { week }, ORIGIN)
      expect((await read(reader)).endsWith(`\n${markdown}`)).toBe(true)
    }
    expect(await read(ctx)).toContain('A secret step')
    expect(await read(visitor)).not.toContain('A secret step')
  }))

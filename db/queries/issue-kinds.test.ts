import { expect, test } from 'vitest'
import { createEpic } from '../commands/epics.ts'
import { createIssue } from '../commands/issues/create.ts'
import { inWorld } from '../testing/world.ts'
import { viewBoard } from './boards.ts'
import { selectCards } from './cards.ts'
import { followEpics } from './epics.ts'
import { entriesOf, indexIssues } from './issue-lists.ts'
import { reportIssues } from './issue-report.ts'
import { readIssue } from './issues.ts'

const group = 'custom-models'

test('boards, lists, the triage report and epics are about work alone, unless other kinds are asked for', () =>
  inWorld(async (ctx) => {
    const { number: epic } = await createEpic(ctx, { title: 'Health check' })
    const { card } = await createIssue(ctx, {
      group,
      kind: 'planning',
      title: 'Planning 18.8',
      labels: ['group::custom models', 'type::feature'],
      milestone: '18.8',
      epic,
    })
    const refs = (list: readonly { ref: number }[]) => list.map(({ ref }) => ref)
    expect(refs((await viewBoard(ctx, { board: 'planning', milestone: '18.8' })).cards)).toEqual([])
    expect(refs(await entriesOf(ctx, { filter: '', sort: 'number' }))).toEqual([])
    const asked = await indexIssues(ctx, { group, filter: 'kind:planning and milestone:18.8' })
    expect(asked.first).toMatchObject([{ ref: card.ref, kind: 'planning' }])
    expect(refs(await entriesOf(ctx, { filter: 'not kind:issue' }))).toEqual([card.ref])
    expect(refs(await entriesOf(ctx, { filter: 'kind:refinement' }))).toEqual([])
    expect((await reportIssues(ctx)).open).toBe(0)
    expect((await followEpics(ctx)).items[0]?.progress.total).toBe(0)
    expect(refs(await selectCards(ctx, { kinds: ['planning'] }))).toEqual([card.ref])
    expect(await readIssue(ctx, { group, ref: card.ref })).toMatchObject({
      title: 'Planning 18.8',
      kind: 'planning',
    })
  }))

import { ALL_FACTS } from '#lib/domain/facts/facts.ts'
import { handOver } from '../commands/hand-overs/hand-over.ts'
import { assignIssue } from '../commands/issues/assign.ts'
import { closeIssue, reopenIssue } from '../commands/issues/close.ts'
import { setFact } from '../commands/issues/set-fact.ts'
import { createIssue } from '../commands/issues/create.ts'
import { editIssue } from '../commands/issues/edit.ts'
import { joinEpic } from '../commands/issues/epic.ts'
import { labelIssue } from '../commands/issues/labels.ts'
import { moveIssue } from '../commands/issues/move.ts'
import { planIssue, weighIssue } from '../commands/issues/plan.ts'
import { splitIssue } from '../commands/issues/split.ts'
import { releaseIssue, takeIssue } from '../commands/issues/take.ts'
import { setTeam } from '../commands/issues/team.ts'
import { setWait } from '../commands/issues/wait.ts'
import { addLink, removeLink } from '../commands/links.ts'
import type { Ctx } from '../context.ts'
import { boardFacts } from '../queries/board-facts.ts'
import { issueFacts } from '../queries/facts.ts'
import { someValue } from './fact-values.ts'
import { type Act, type Given, group, TEAMS, titles } from './random-given.ts'

const column = async (ctx: Ctx, board: string, { pick }: Given) =>
  pick([null, 'closed', ...(await boardFacts(ctx, board)).columns.map(({ id }) => id)])

export const move =
  (board: string): Act =>
  async (ctx, given) =>
    moveIssue(ctx, {
      group,
      board,
      ref: given.ref,
      to: await column(ctx, board, given),
      ...(given.what % 2 === 0 ? { after: given.other } : {}),
    })

export const ON_ISSUES: readonly Act[] = [
  move('build'),
  move('planning'),
  move('next-1-3'),
  move('build'),
  async (ctx, { ref, what, pick }) => {
    const add = [pick(await titles(ctx)), pick(['workflow::blocked', 'Deliverable', 'workflow::in dev'])]
    return labelIssue(ctx, { group, ref, add: what % 3 === 0 ? add : add.slice(what % 2, (what % 2) + 1) })
  },
  async (ctx, { ref, pick }) => {
    const held = (await issueFacts(ctx, ref)).labels.map(({ title }) => title)
    return labelIssue(ctx, { group, ref, remove: [pick(held)] })
  },
  (ctx, { ref, pick }) => planIssue(ctx, { group, ref, milestone: pick(['18.8', '18.9', 'backlog', null]) }),
  (ctx, { ref, what }) => weighIssue(ctx, { group, ref, weight: what % 4 }),
  (ctx, { ref }) => takeIssue(ctx, { group, ref }),
  (ctx, { ref }) => releaseIssue(ctx, { group, ref }),
  (ctx, { ref, pick }) =>
    assignIssue(ctx, { group, ref, assignees: pick([[], ['julie'], ['cindy', 'newick']]) }),
  (ctx, { ref, pick }) =>
    closeIssue(ctx, { group, ref, reason: pick(['done', 'wont_do', 'moved'] as const) }),
  (ctx, { ref }) => reopenIssue(ctx, { group, ref }),
  async (ctx, { ref, what }) => {
    const { version } = await issueFacts(ctx, ref)
    return editIssue(ctx, { group, ref, version, title: `Title ${what}`, description: `Text ${what % 3}` })
  },
  (ctx, { ref, what }) => joinEpic(ctx, { group, ref, epic: [1, 2, null][what % 3] ?? null }),
  (ctx, { ref, pick }) => setTeam(ctx, { group, ref, team: pick([...TEAMS, null]) }),
  ...ALL_FACTS.map(
    (fact): Act =>
      (ctx, { ref, what }) =>
        setFact(ctx, ref, fact.name, someValue(fact, what)),
  ),
  (ctx, { ref, what }) => setWait(ctx, { group, ref, need: `Need ${what}`, from: 'Infra' }),
  (ctx, { ref, other }) => addLink(ctx, { group, ref, role: 'relates', other }),
  (ctx, { ref, other }) => removeLink(ctx, { group, ref, role: 'relates', other }),
  (ctx, { ref, what }) =>
    splitIssue(ctx, { group, ref, pieces: [{ title: 'One' }, { title: 'Two' }], close: what % 2 === 0 }),
  async (ctx, { ref, pick }) => {
    const { dri } = await issueFacts(ctx, ref)
    const to = pick(['julie', 'cindy', 'newick'])
    return handOver(ctx, { group, ref, from: dri?.handle ?? null, to, context: 'All of it.', atOnce: true })
  },
  (ctx, { pick, what }) =>
    createIssue(ctx, {
      group,
      title: 'Another',
      labels: ['type::bug', pick(['workflow::blocked', 'workflow::in dev'])],
      milestone: '18.8',
      epic: what % 2 === 0 ? 1 : null,
    }),
]

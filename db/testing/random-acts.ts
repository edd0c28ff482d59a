import { ALL_FACTS } from '#lib/domain/facts/facts.ts'
import { Failure } from '#lib/kit/failure.ts'
import { createBoard } from '../commands/boards/create.ts'
import { editBoard, placeBoard, removeBoard } from '../commands/boards/edit.ts'
import { createEpic } from '../commands/epics.ts'
import { editEpic, leadEpic } from '../commands/epics-edit.ts'
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
import { changeLabel, createLabel, removeLabel } from '../commands/labels.ts'
import { addLink, removeLink } from '../commands/links.ts'
import { changeMembership } from '../commands/memberships.ts'
import { closeMilestone, editMilestone } from '../commands/milestones.ts'
import { changeRole, giveRole, takeRole } from '../commands/roles.ts'
import { changeTeam, placeTeam } from '../commands/teams.ts'
import { undoEvent } from '../commands/undo.ts'
import type { Ctx } from '../context.ts'
import { boardFacts } from '../queries/board-facts.ts'
import { lastEvent } from '../queries/events.ts'
import { issueFacts } from '../queries/facts.ts'
import { someValue } from './fact-values.ts'

/** Numbers out of which an act is made: which one, by whom, on what, and how many minutes later. */
export type Step = { act: number; who: number; ref: number; what: number; minutes: number }

const group = 'custom-models'
const PEOPLE = ['mohamed', 'mohamed', 'julie', 'jordan', 'newick', 'cindy']
const TEAMS = ['model-selection', 'gateway-services', 'connectivity']

type Given = { ref: number; other: number; what: number; pick: <T>(list: readonly T[]) => T }
type Act = (ctx: Ctx, given: Given) => Promise<unknown>

const column = async (ctx: Ctx, board: string, { pick }: Given) =>
  pick([null, 'closed', ...(await boardFacts(ctx, board)).columns.map(({ id }) => id)])

const titles = async (ctx: Ctx): Promise<string[]> =>
  (await ctx.db.query<{ title: string }>('select title from labels where group_id = 1 order by id')).rows.map(
    ({ title }) => title,
  )
const anyId = async (ctx: Ctx, table: string, what: number): Promise<number> => {
  const { rows } = await ctx.db.query<{ id: number }>(
    `select id from ${table} where group_id = 1 order by id`,
  )
  return rows[what % Math.max(1, rows.length)]?.id ?? 0
}
const boardShape = { milestone: { rule: 'any' as const }, labels: [] }
const oneColumn = (label: string) => [{ label, wipCount: null, wipWeight: null }]

const move =
  (board: string): Act =>
  async (ctx, given) =>
    moveIssue(ctx, {
      group,
      board,
      ref: given.ref,
      to: await column(ctx, board, given),
      ...(given.what % 2 === 0 ? { after: given.other } : {}),
    })

const ON_ISSUES: readonly Act[] = [
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

const ON_THE_GROUP: readonly Act[] = [
  (ctx, { what }) => createLabel(ctx, { group, title: `label ${what}` }),
  async (ctx, { what }) =>
    changeLabel(ctx, {
      group,
      label: await anyId(ctx, 'labels', what),
      title: `renamed ${what}`,
      hue: what % 360,
    }),
  async (ctx, { what, pick }) =>
    changeLabel(ctx, {
      group,
      label: await anyId(ctx, 'labels', what),
      meaning: pick([null, 'workflow.blocked', 'deliverable', 'priority.1']),
    }),
  async (ctx, { what }) => removeLabel(ctx, { group, label: await anyId(ctx, 'labels', what) }),
  async (ctx, { what, pick }) =>
    createBoard(ctx, {
      group,
      ...boardShape,
      title: `Board ${what}`,
      columns: oneColumn(pick(await titles(ctx))),
    }),
  async (ctx, { what, pick }) =>
    editBoard(ctx, {
      group,
      ...boardShape,
      board: pick(['build', 'next-4-6']),
      title: `Build ${what % 3}`,
      columns: oneColumn(pick(await titles(ctx))),
    }),
  (ctx, { what }) => removeBoard(ctx, { group, board: `board-${what}` }),
  (ctx, { pick }) =>
    placeBoard(ctx, { group, board: pick(['build', 'next-1-3']), after: pick(['planning', null]) }),
  (ctx, { what }) => createEpic(ctx, { title: `Epic ${what}` }),
  (ctx, { what }) => editEpic(ctx, { group, epic: 1, version: 1, title: `Epic ${what}` }),
  (ctx, { pick }) => leadEpic(ctx, { group, epic: 1, person: pick(['julie', 'cindy', null]) }),
  (ctx, { pick }) => closeMilestone(ctx, { slug: pick(['18.8', '18.9']) }),
  (ctx, { what }) => editMilestone(ctx, { group, milestone: '18.9', title: `18.9 ${what % 3}` }),
  (ctx, { pick, what }) => changeTeam(ctx, { group, team: pick(TEAMS), note: `Note ${what % 3}` }),
  (ctx, { pick }) => placeTeam(ctx, { group, team: pick(TEAMS), before: pick([...TEAMS, null]) }),
  (ctx, { pick }) => giveRole(ctx, { group, person: pick(['julie', 'cindy']), role: 'counterpart' }),
  (ctx, { pick, what }) =>
    changeRole(ctx, { group, person: pick(['julie', 'cindy']), role: 'counterpart', title: `Title ${what}` }),
  (ctx, { pick }) => takeRole(ctx, { group, person: pick(['julie', 'cindy']), role: 'counterpart' }),
  async (ctx, { what }) =>
    changeMembership(ctx, {
      group,
      membership: await anyId(ctx, 'memberships', what),
      percent: (what % 10) * 10,
    }),
]

/** Half of all acts are on issues; of the rest, half take something back, and so on with what was taken back. */
const KINDS = [ON_ISSUES, ON_ISSUES, ON_THE_GROUP, null] as const

/** Does what the numbers say, through the commands that people use; what the rules refuse changes nothing. */
export async function actAtRandom(
  ctx: Ctx,
  as: (handle: string) => Promise<Ctx>,
  step: Step,
): Promise<boolean> {
  const acts = KINDS[step.act % KINDS.length] ?? null
  try {
    if (acts === null) await undoSome(ctx, as, step)
    else
      await acts[Math.floor(step.act / KINDS.length) % acts.length]?.(
        await person(ctx, as, step),
        given(step),
      )
    return true
  } catch (error) {
    if (error instanceof Failure) return false
    throw error
  }
}

const person = async (ctx: Ctx, as: (handle: string) => Promise<Ctx>, { who }: Step): Promise<Ctx> => ({
  ...(await as(PEOPLE[who % PEOPLE.length] ?? 'mohamed')),
  now: ctx.now,
})

function given({ ref, what }: Step): Given {
  // safe because no list is empty, and the remainder is within it
  const pick = <T>(list: readonly T[]): T => list[what % list.length] as T
  return { ref: 1 + (ref % 5), other: 1 + ((ref + 1 + (what % 3)) % 5), what, pick }
}

/** One of the newest events, by who did it: an undoing among them, which brings back what it took back. */
async function undoSome(ctx: Ctx, as: (handle: string) => Promise<Ctx>, { what }: Step): Promise<void> {
  const event = (await lastEvent(ctx)) - (what % 12)
  const { rows } = await ctx.db.query<{ handle: string }>(
    'select p.handle from events e join people p on p.id = e.actor_id where e.group_id = 1 and e.number = $1',
    [event],
  )
  if (!rows[0]) return
  await undoEvent({ ...(await as(rows[0].handle)), now: ctx.now }, { group, event })
}

import { editIssue } from '#db/commands/issues/edit.ts'
import { createBoard } from '#db/commands/boards/create.ts'
import { commentOnIssue } from '#db/commands/issues/comment.ts'
import { createEpic } from '#db/commands/epics.ts'
import { handOver as handOverIssue } from '#db/commands/hand-overs/hand-over.ts'
import { openWeighing } from '#db/commands/weighings/open.ts'
import { revealWeights, voteWeight } from '#db/commands/weighings/vote.ts'
import { createMilestone } from '#db/commands/milestones.ts'
import { addMember } from '#db/commands/people.ts'
import { createTemplate } from '#db/commands/templates.ts'
import { createLabel } from '#db/commands/labels.ts'
import { startMembership } from '#db/commands/memberships.ts'
import { drawBoundary } from '#db/commands/boundaries.ts'
import { addScopeArea, createTeam } from '#db/commands/teams.ts'
import { saveView } from '#db/commands/views.ts'
import { THE_CLOCK } from '#db/context.ts'
import type { Role } from '#lib/domain/permissions.ts'
import { type Handle, OURS, type Scene } from './fixtures.ts'

const say = async (scene: Scene, ref: number) =>
  commentOnIssue(await scene.as(scene.by === 'stranger' ? 'em' : scene.by), {
    group: OURS,
    ref,
    body: 'As it was.',
  })

export const comment = async (scene: Scene, ref: number) => {
  await say(scene, ref)
  return newest(scene, 'comments')
}

/** An act of one's own, which one may take back, whatever one may do beside. */
export const act = async (scene: Scene) => (await say(scene, await scene.issue())).event

export const SHAPE = {
  milestone: { rule: 'any' as const },
  labels: ['type::bug'],
  columns: [{ label: 'workflow::in dev', wipCount: null, wipWeight: null }],
}

export const newBoard = async (scene: Scene) => ({
  board: (await createBoard(await scene.as('em'), { ...SHAPE, group: OURS, title: scene.word() })).slug,
})

/** Somebody of the group, with these roles in it; of the installation alone without any. */
export async function somebody(scene: Scene, roles: Role[] = ['engineer']): Promise<string> {
  const [em, handle] = [await scene.as('em'), scene.word()]
  const ctx = { ...em, actor: THE_CLOCK }
  const facts = { handle, name: handle, email: `${handle}@saydo.invalid` }
  await addMember(ctx, { ...facts, roles: roles.map((role) => ({ role })) })
  return handle
}

export const invited = ({ word }: Scene) => ({ email: `${word()}@saydo.invalid`, role: 'engineer' as const })

export const TEMPLATE = { type: null, body: 'What is wanted?' }

export const newTemplate = async (scene: Scene) => {
  const wanted = { ...TEMPLATE, group: OURS, title: scene.word() }
  return { template: (await createTemplate(await scene.as('em'), wanted)).template.id }
}

export const newEpic = async (scene: Scene) => ({
  epic: (await createEpic(await scene.as('em'), { title: scene.word() })).number,
})

/** An issue that the worker and somebody else are asked to weigh. */
export async function weighing(scene: Scene, state?: 'voted' | 'revealed') {
  const [worker, ref] = [await scene.as(scene.worker), await scene.issue()]
  await openWeighing(worker, { group: OURS, ref, asked: [scene.worker, 'julie'] })
  if (state) await voteWeight(worker, { group: OURS, ref, weight: 2 })
  if (state === 'revealed') await revealWeights(worker, { group: OURS, ref })
  return { ref }
}

/** What the DRI says to whoever shall take over. */
const words = (from: string, to: string) => ({ from, to, context: 'As it is.' })

export const handOver = async ({ worker, issue }: Scene) => ({
  ref: await issue({ dri: worker }),
  ...words(worker, 'julie'),
})

/** A hand-over that waits for `to`, offered by the DRI. */
export async function offer(scene: Scene, from: Handle, to: string) {
  const ref = await scene.issue({ dri: from })
  await handOverIssue(await scene.as(from), { group: OURS, ref, ...words(from, to) })
  return { ref, offer: await newest(scene, 'hand_overs') }
}

/** A hand-over that waits for the worker. */
export const offered = (scene: Scene) =>
  offer(scene, scene.worker === 'engineer' ? 'pm' : 'engineer', scene.worker)

/** What was made last in a table. */
async function newest(scene: Scene, table: string): Promise<number> {
  const { db } = await scene.as('em')
  const { rows } = await db.query<{ id: number }>(`select max(id) as id from ${table} where group_id = 1`)
  return rows[0]?.id ?? 0
}

export const newTeam = async (scene: Scene) => ({
  team: (await createTeam(await scene.as('em'), { name: scene.word() })).slug,
})

export async function newScope(scene: Scene) {
  const team = await newTeam(scene)
  await addScopeArea(await scene.as('em'), { ...team, name: scene.word(), description: '' })
  return { ...team, area: await newest(scene, 'scope_areas') }
}

export const BOUNDARY = { owner: 'Somebody else', relationship: 'They own it.', team: null }

export async function newBoundary(scene: Scene) {
  await drawBoundary(await scene.as('em'), { ...BOUNDARY, area: scene.word() })
  return { boundary: await newest(scene, 'boundaries') }
}

export const newcomer = async (scene: Scene) => ({
  person: await somebody(scene),
  kind: 'main' as const,
  percent: 50,
  from: '2030-01-01',
})

export async function newMembership(scene: Scene) {
  const wanted = { ...(await newTeam(scene)), ...(await newcomer(scene)) }
  await startMembership(await scene.as('em'), wanted)
  return { membership: await newest(scene, 'memberships') }
}

/** In a month of its own, so that it overlaps no other. */
export function timebox({ word }: Scene) {
  const title = word()
  const months = Number(title.slice(5))
  const month = `${2030 + Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`
  return { title, startOn: `${month}-02`, dueOn: `${month}-20` }
}

export const newMilestone = async (scene: Scene) => ({
  milestone: (await createMilestone(await scene.as('em'), { group: OURS, ...timebox(scene) })).milestone.slug,
})

export const VIEW = { place: 'issues' as const, query: 'q=slow', shared: true }

export async function newView(scene: Scene) {
  await saveView(await scene.as('em'), { group: OURS, ...VIEW, title: scene.word() })
  return { view: await newest(scene, 'saved_views') }
}

export async function newLabel(scene: Scene) {
  await createLabel(await scene.as('em'), { group: OURS, title: scene.word() })
  return { label: await newest(scene, 'labels') }
}

/** An edit of a text, which everybody who sees the issue may compare. */
export const edit = async (scene: Scene) =>
  (
    await editIssue(await scene.as('em'), {
      group: OURS,
      ref: await scene.issue(),
      title: scene.word(),
      version: 1,
    })
  ).event

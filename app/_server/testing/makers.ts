import { createBoard } from '#db/commands/boards/create.ts'
import { commentOnIssue } from '#db/commands/issues/comment.ts'
import { createEpic } from '#db/commands/epics.ts'
import { openWeighing } from '#db/commands/weighings/open.ts'
import { revealWeights, voteWeight } from '#db/commands/weighings/vote.ts'
import { weighIssue } from '#db/commands/issues/plan.ts'
import { addMember } from '#db/commands/people.ts'
import { createTemplate } from '#db/commands/templates.ts'
import { THE_CLOCK } from '#db/context.ts'
import type { Role } from '#lib/domain/permissions.ts'
import { OURS, type Scene } from './scene.ts'

export const comment = async (scene: Scene, ref: number) => {
  await commentOnIssue(await scene.as(scene.by === 'stranger' ? 'em' : scene.by), {
    group: OURS,
    ref,
    body: 'As it was.',
  })
  const { rows } = await (
    await scene.as(scene.by)
  ).db.query<{ id: number }>('select max(id) as id from comments')
  return rows[0]?.id ?? 0
}

/** An act of the worker's own, which they may take back. */
export const act = async (scene: Scene) =>
  (await weighIssue(await scene.as(scene.worker), { group: OURS, ref: await scene.issue(), weight: 3 })).event

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

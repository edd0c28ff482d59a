import { picked } from '#lib/domain/replay-maps.ts'
import { notFound } from '#lib/kit/failure.ts'
import { authorise, type Ctx } from '../context.ts'
import { record } from '../events/record.ts'
import { changeBoundary, drawBoundary, removeBoundary } from './boundaries.ts'
import { changeMembership } from './memberships.ts'
import { changeScopeArea, moveScopeArea, removeScopeArea } from './scope-areas.ts'
import { addScopeArea, changeTeam, createTeam, placeTeam, removeTeam } from './teams.ts'
import type { UndoHandlers } from './undo-handler.ts'

export const teamsUndo: UndoHandlers<'team' | 'membership'> = {
  'team.created': (ctx, { data: { slug } }) => removeTeam(ctx, { group: ctx.group.slug, team: slug }),
  'team.removed': (ctx, { data }) => createTeam(ctx, data),
  'team.changed': (ctx, { data }) =>
    changeTeam(ctx, { group: ctx.group.slug, team: data.slug, ...picked(data.from, data.changed) }),
  'team.placed': (ctx, { data: { slug, before } }) =>
    placeTeam(ctx, { group: ctx.group.slug, team: slug, before }),
  'membership.started': async (ctx, { data }) => {
    authorise(ctx, 'member.edit')
    const { rowCount } = await ctx.db.query('delete from memberships where group_id = $1 and id = $2', [
      ctx.group.id,
      data.id,
    ])
    if (rowCount === 0) throw notFound('This membership')
    return record(ctx, { type: 'membership.removed', data })
  },
  'membership.changed': (ctx, { data }) =>
    changeMembership(ctx, { group: ctx.group.slug, membership: data.id, ...data.was }),
}

export const scopeUndo: UndoHandlers<'scope_area' | 'boundary'> = {
  'scope_area.added': async (ctx, { data }) =>
    removeScopeArea(ctx, { ...(await teamOf(ctx, data.team.id)), area: data.id }),
  'scope_area.changed': async (ctx, { data }) =>
    changeScopeArea(ctx, { ...(await teamOf(ctx, data.team.id)), area: data.id, ...data.from }),
  'scope_area.moved': async (ctx, { data }) =>
    moveScopeArea(ctx, {
      ...(await teamOf(ctx, data.team.id)),
      area: data.id,
      before: data.before,
    }),
  'scope_area.removed': async (ctx, { data }) =>
    addScopeArea(ctx, {
      ...(await teamOf(ctx, data.team.id)),
      id: data.id,
      name: data.name,
      description: data.description,
      position: data.position,
    }),
  'boundary.drawn': (ctx, { data }) => removeBoundary(ctx, { group: ctx.group.slug, boundary: data.id }),
  'boundary.changed': async (ctx, { data: { id, from } }) => {
    const { teamId, ownerGroupId, ...line } = from
    const ends = { team: await facing(ctx, teamId), ownerGroup: await slugOfGroup(ctx, ownerGroupId) }
    return changeBoundary(ctx, { group: ctx.group.slug, boundary: id, ...line, ...ends })
  },
  'boundary.removed': async (ctx, { data: { id, position, line: gone } }) => {
    const { teamId, ownerGroupId, ...line } = gone
    const ends = { team: await facing(ctx, teamId), ownerGroup: await slugOfGroup(ctx, ownerGroupId) }
    return drawBoundary(ctx, { ...line, id, position, ...ends })
  },
}

async function teamOf(ctx: Ctx, id: string | number): Promise<{ group: string; team: string }> {
  const { rows } = await ctx.db.query<{ slug: string }>(
    'select slug from functional_teams where group_id = $1 and id = $2',
    [ctx.group.id, Number(id)],
  )
  if (!rows[0]) throw notFound('The functional team')
  return { group: ctx.group.slug, team: rows[0].slug }
}

async function slugOfGroup(ctx: Ctx, id: number | null): Promise<string | null> {
  const { rows } = await ctx.db.query<{ slug: string }>('select slug from groups where id = $1', [id])
  return rows[0]?.slug ?? null
}

const facing = async (ctx: Ctx, id: number | null) => (id === null ? null : (await teamOf(ctx, id)).team)

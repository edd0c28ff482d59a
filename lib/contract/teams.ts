import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { inGroup, issueRef, line, moment, number, slug, text } from './shapes.ts'

export const listTeams = endpoint({
  id: 'teams.list',
  method: 'GET',
  path: '/groups/{group}/teams',
  summary:
    'Functional teams with their scope and members, and the boundaries of the group, now or as of a moment in the past',
  input: z.strictObject({ ...inGroup, at: moment.optional() }),
  output: z.strictObject({
    items: z.array(
      z.strictObject({
        slug: z.string(),
        name: z.string(),
        purpose: z.string(),
        note: z.string(),
        scope: z.array(z.strictObject({ id: z.number(), name: z.string(), description: z.string() })),
        members: z.array(
          z.strictObject({
            person: z.string(),
            name: z.string(),
            kind: z.enum(['main', 'supporting']),
            share: z.number(),
            from: z.string(),
            to: z.string().nullable(),
          }),
        ),
      }),
    ),
    boundaries: z.array(
      z.strictObject({
        id: z.number(),
        area: z.string(),
        owner: z.string(),
        /** Slug of the owner, where it is a group of this installation that you may see. */
        ownerGroup: z.string().nullable(),
        relationship: z.string(),
        sentence: z.string(),
        team: z.string().nullable(),
      }),
    ),
  }),
  reads: ['teams', 'people'],
})

const changed = z.strictObject({ event: z.number() })
const ofTeam = { ...inGroup, team: slug }
/** A number that the database has given. */
const id = issueRef

export const createTeam = endpoint({
  id: 'teams.create',
  method: 'POST',
  path: '/groups/{group}/teams',
  summary: 'Create a functional team; its slug follows from its name',
  input: z.strictObject({
    ...inGroup,
    name: line(80),
    purpose: text(2000).optional(),
    note: text(2000).optional(),
  }),
  output: z.strictObject({ slug: z.string(), event: z.number() }),
})

export const changeTeam = endpoint({
  id: 'teams.change',
  method: 'PATCH',
  path: '/groups/{group}/teams/{team}',
  summary: 'Change the name, the purpose or the note of a team; its slug stays, so that links do',
  input: z.strictObject({
    ...ofTeam,
    name: line(80).optional(),
    purpose: text(2000).optional(),
    note: text(2000).optional(),
  }),
  output: changed,
})

export const placeTeam = endpoint({
  id: 'teams.place',
  method: 'PUT',
  path: '/groups/{group}/teams/{team}/place',
  summary: 'Move a team before another one, or last',
  input: z.strictObject({ ...ofTeam, before: slug.nullable() }),
  output: changed,
})

export const removeTeam = endpoint({
  id: 'teams.remove',
  method: 'DELETE',
  path: '/groups/{group}/teams/{team}',
  summary: 'Remove a team that has, and had, no people, scope, boundaries or issues',
  input: z.strictObject(ofTeam),
  output: changed,
})

export const addScopeArea = endpoint({
  id: 'teams.add_scope',
  method: 'POST',
  path: '/groups/{group}/teams/{team}/scope',
  summary: 'Add an area to the scope of a team, as its last',
  input: z.strictObject({ ...ofTeam, name: line(120), description: text(2000).optional() }),
  output: changed,
})

export const changeScopeArea = endpoint({
  id: 'teams.change_scope',
  method: 'PATCH',
  path: '/groups/{group}/teams/{team}/scope/{area}',
  summary: 'Edit an area of the scope of a team',
  input: z.strictObject({
    ...ofTeam,
    area: id,
    name: line(120).optional(),
    description: text(2000).optional(),
  }),
  output: changed,
})

export const moveScopeArea = endpoint({
  id: 'teams.move_scope',
  method: 'POST',
  path: '/groups/{group}/teams/{team}/scope/{area}/move',
  summary: 'Move an area before another one of the same team, or last',
  input: z.strictObject({
    ...ofTeam,
    area: id,
    before: number.nullable(),
  }),
  output: changed,
})

export const removeScopeArea = endpoint({
  id: 'teams.remove_scope',
  method: 'DELETE',
  path: '/groups/{group}/teams/{team}/scope/{area}',
  summary: 'Remove an area from the scope of a team',
  input: z.strictObject({ ...ofTeam, area: id }),
  output: changed,
})

const boundaryFields = {
  area: line(300),
  owner: line(120),
  /** The owner as a group of this installation; null for a person who is not in it. */
  ownerGroup: slug.nullable(),
  relationship: text(2000),
  sentence: text(2000),
  /** Our team that faces the owner. */
  team: slug.nullable(),
}

export const drawBoundary = endpoint({
  id: 'teams.draw_boundary',
  method: 'POST',
  path: '/groups/{group}/boundaries',
  summary: 'Add a boundary: an area outside the scope, its owner, and the team that works with them',
  input: z.strictObject({
    ...inGroup,
    ...boundaryFields,
    sentence: boundaryFields.sentence.optional(),
    ownerGroup: boundaryFields.ownerGroup.optional(),
  }),
  output: changed,
})

export const changeBoundary = endpoint({
  id: 'teams.change_boundary',
  method: 'PATCH',
  path: '/groups/{group}/boundaries/{boundary}',
  summary: 'Change a boundary',
  input: z.strictObject({ ...inGroup, boundary: id, ...z.strictObject(boundaryFields).partial().shape }),
  output: changed,
})

export const removeBoundary = endpoint({
  id: 'teams.remove_boundary',
  method: 'DELETE',
  path: '/groups/{group}/boundaries/{boundary}',
  summary: 'Remove a boundary',
  input: z.strictObject({ ...inGroup, boundary: id }),
  output: changed,
})

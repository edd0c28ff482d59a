import { drawBoundary } from '#db/commands/boundaries.ts'
import { startMembership } from '#db/commands/memberships.ts'
import { addScopeArea, createTeam } from '#db/commands/teams.ts'
import { newest, somebody } from '../testing/factories.ts'
import { type Scene } from '../testing/scene.ts'
import { type Requests } from '../testing/requests.ts'

const newTeam = async (scene: Scene) => ({
  team: (await createTeam(await scene.as('em'), { name: scene.word() })).slug,
})

async function newScope(scene: Scene) {
  const team = await newTeam(scene)
  await addScopeArea(await scene.as('em'), { ...team, name: scene.word(), description: '' })
  return { ...team, area: await newest(scene, 'scope_areas') }
}

const BOUNDARY = { owner: 'Somebody else', relationship: 'They own it.', team: null }

async function newBoundary(scene: Scene) {
  await drawBoundary(await scene.as('em'), { ...BOUNDARY, area: scene.word() })
  return { boundary: await newest(scene, 'boundaries') }
}

const newcomer = async (scene: Scene) => ({
  person: await somebody(scene),
  kind: 'main' as const,
  percent: 50,
  from: '2030-01-01',
})

async function newMembership(scene: Scene) {
  const wanted = { ...(await newTeam(scene)), ...(await newcomer(scene)) }
  await startMembership(await scene.as('em'), wanted)
  return { membership: await newest(scene, 'memberships') }
}

export const requests: Requests = {
  rows: {
    'teams.list': { may: 'see.ownership' },
    'teams.create': { may: 'team.edit', says: ({ word }) => ({ name: word() }) },
    'teams.change': {
      may: 'team.edit',
      says: async (scene) => ({ ...(await newTeam(scene)), purpose: 'To test.' }),
    },
    'teams.place': {
      may: 'team.edit',
      says: async (scene) => ({ ...(await newTeam(scene)), before: (await newTeam(scene)).team }),
    },
    'teams.remove': { may: 'team.edit', says: newTeam },
    'teams.add_scope': {
      may: 'team.edit',
      says: async (scene) => ({ ...(await newTeam(scene)), name: scene.word() }),
    },
    'teams.change_scope': {
      may: 'team.edit',
      says: async (scene) => ({ ...(await newScope(scene)), name: scene.word() }),
    },
    'teams.move_scope': {
      may: 'team.edit',
      says: async (scene) => ({ ...(await newScope(scene)), before: null }),
    },
    'teams.remove_scope': { may: 'team.edit', says: newScope },
    'teams.draw_boundary': { may: 'team.edit', says: ({ word }) => ({ ...BOUNDARY, area: word() }) },
    'teams.change_boundary': {
      may: 'team.edit',
      says: async (scene) => ({ ...(await newBoundary(scene)), owner: scene.word() }),
    },
    'teams.remove_boundary': { may: 'team.edit', says: newBoundary },
    'teams.memberships': { may: 'member' },
    'teams.start_membership': {
      may: 'member.edit',
      says: async (scene) => ({ ...(await newTeam(scene)), ...(await newcomer(scene)) }),
    },
    'teams.change_membership': {
      may: 'member.edit',
      says: async (scene) => ({ ...(await newMembership(scene)), percent: 40 }),
    },
  },
}

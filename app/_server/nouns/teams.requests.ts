import { drawBoundary } from '#db/commands/boundaries.ts'
import { startMembership } from '#db/commands/memberships.ts'
import { addScopeArea, createTeam } from '#db/commands/teams.ts'
import { newest, somebody } from '../testing/factories.ts'
import { type Means } from '../testing/means.ts'
import { type Requests } from '../testing/requests.ts'

const newTeam = async (means: Means) => ({
  team: (await createTeam(await means.as('em'), { name: means.word() })).slug,
})

async function newScope(means: Means) {
  const team = await newTeam(means)
  await addScopeArea(await means.as('em'), { ...team, name: means.word(), description: '' })
  return { ...team, area: await newest(means, 'scope_areas') }
}

const BOUNDARY = { owner: 'Somebody else', relationship: 'They own it.', team: null }

async function newBoundary(means: Means) {
  await drawBoundary(await means.as('em'), { ...BOUNDARY, area: means.word() })
  return { boundary: await newest(means, 'boundaries') }
}

const newcomer = async (means: Means) => ({
  person: await somebody(means),
  kind: 'main' as const,
  percent: 50,
  from: '2030-01-01',
})

async function newMembership(means: Means) {
  const wanted = { ...(await newTeam(means)), ...(await newcomer(means)) }
  await startMembership(await means.as('em'), wanted)
  return { membership: await newest(means, 'memberships') }
}

export const requests: Requests = {
  rows: {
    'teams.list': { may: 'see.ownership' },
    'teams.create': { may: 'team.edit', input: ({ word }) => ({ name: word() }) },
    'teams.change': {
      may: 'team.edit',
      input: async (means) => ({ ...(await newTeam(means)), purpose: 'To test.' }),
    },
    'teams.place': {
      may: 'team.edit',
      input: async (means) => ({ ...(await newTeam(means)), before: (await newTeam(means)).team }),
    },
    'teams.remove': { may: 'team.edit', input: newTeam },
    'teams.add_scope': {
      may: 'team.edit',
      input: async (means) => ({ ...(await newTeam(means)), name: means.word() }),
    },
    'teams.change_scope': {
      may: 'team.edit',
      input: async (means) => ({ ...(await newScope(means)), name: means.word() }),
    },
    'teams.move_scope': {
      may: 'team.edit',
      input: async (means) => ({ ...(await newScope(means)), before: null }),
    },
    'teams.remove_scope': { may: 'team.edit', input: newScope },
    'teams.draw_boundary': { may: 'team.edit', input: ({ word }) => ({ ...BOUNDARY, area: word() }) },
    'teams.change_boundary': {
      may: 'team.edit',
      input: async (means) => ({ ...(await newBoundary(means)), owner: means.word() }),
    },
    'teams.remove_boundary': { may: 'team.edit', input: newBoundary },
    'teams.memberships': { may: 'member' },
    'teams.start_membership': {
      may: 'member.edit',
      input: async (means) => ({ ...(await newTeam(means)), ...(await newcomer(means)) }),
    },
    'teams.change_membership': {
      may: 'member.edit',
      input: async (means) => ({ ...(await newMembership(means)), percent: 40 }),
    },
  },
}

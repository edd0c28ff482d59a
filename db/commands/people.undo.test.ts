import type { Ctx } from '../context.ts'
import { type Families, testUndoOf, newest } from '../testing/undoing.ts'
import { changeBoundary, drawBoundary, removeBoundary } from './boundaries.ts'
import { createInvitation, revokeInvitation } from './invitations.ts'
import { changeMembership, startMembership } from './memberships.ts'
import { addPerson, removePerson } from './people.ts'
import { changeRole, giveRole, takeRole } from './roles.ts'
import { changeScopeArea, moveScopeArea, removeScopeArea } from './scope-areas.ts'
import { addScopeArea, changeTeam, createTeam, placeTeam, removeTeam } from './teams.ts'

const one = { group: 'custom-models' }
const team = async (ctx: Ctx) => (await createTeam(ctx, { name: 'Runtime', purpose: 'To run.' })).slug
const area = async (ctx: Ctx) => {
  const slug = await team(ctx)
  for (const name of ['First', 'Second', 'Third'])
    await addScopeArea(ctx, { team: slug, name, description: 'Of it.' })
  return { ...one, team: slug, area: (await newest(ctx, 'scope_areas')) - 1 }
}
const LINE = {
  area: 'Billing',
  owner: 'Fulfillment',
  relationship: 'They bill.',
  sentence: 'They do.',
  team: null,
}
const boundary = async (ctx: Ctx) => {
  await drawBoundary(ctx, LINE)
  return { ...one, boundary: await newest(ctx, 'boundaries') }
}
const membership = async (ctx: Ctx) => {
  const terms = {
    team: await team(ctx),
    person: 'jordan',
    kind: 'supporting' as const,
    percent: 10,
    from: '2026-01-01',
  }
  return { ...one, ...terms }
}
const invitation = async (ctx: Ctx) =>
  (await createInvitation(ctx, { ...one, email: 'new@saydo.invalid', role: 'engineer' })).invitation.id

const FAMILIES: Families<
  'team' | 'membership' | 'scope_area' | 'boundary' | 'role' | 'person' | 'invitation'
> = {
  'team.created': { prepare: async () => [team] },
  'team.removed': {
    prepare: async (ctx) => {
      const which = { ...one, team: await team(ctx) }
      return [(now) => removeTeam(now, which)]
    },
  },
  'team.changed': {
    prepare: async (ctx) => {
      const which = { ...one, team: await team(ctx) }
      return [
        (now) => changeTeam(now, { ...which, name: 'Running', note: 'Since spring.' }),
        (now) => changeTeam(now, { ...which, name: 'Ran' }),
      ]
    },
  },
  'team.placed': {
    prepare: async (ctx) => {
      const which = { ...one, team: await team(ctx) }
      return [
        (now) => placeTeam(now, { ...which, before: 'model-selection' }),
        (now) => placeTeam(now, { ...which, before: 'gateway-services' }),
      ]
    },
  },
  'membership.started': {
    prepare: async (ctx) => {
      const terms = await membership(ctx)
      return [(now) => startMembership(now, terms)]
    },
  },
  'membership.changed': {
    prepare: async (ctx) => {
      await startMembership(ctx, await membership(ctx))
      const which = { ...one, membership: await newest(ctx, 'memberships') }
      return [
        (now) => changeMembership(now, { ...which, percent: 5, kind: 'main' }),
        (now) => changeMembership(now, { ...which, to: '2026-03-01' }),
      ]
    },
  },
  'scope_area.added': {
    prepare: async (ctx) => {
      const slug = await team(ctx)
      return ['One', 'Two'].map((name) => (now) => addScopeArea(now, { team: slug, name }))
    },
  },
  'scope_area.changed': {
    prepare: async (ctx) => {
      const which = await area(ctx)
      return [
        (now) => changeScopeArea(now, { ...which, name: 'Renamed' }),
        (now) => changeScopeArea(now, { ...which, description: 'Described.' }),
      ]
    },
  },
  'scope_area.moved': {
    prepare: async (ctx) => {
      const which = await area(ctx)
      return [
        (now) => moveScopeArea(now, { ...which, before: which.area - 1 }),
        (now) => moveScopeArea(now, { ...which, before: null }),
      ]
    },
  },
  'scope_area.removed': {
    prepare: async (ctx) => {
      const which = await area(ctx)
      return [(now) => removeScopeArea(now, which)]
    },
  },
  'boundary.drawn': { prepare: async () => [(now) => drawBoundary(now, LINE)] },
  'boundary.changed': {
    prepare: async (ctx) => {
      const which = await boundary(ctx)
      return [
        (now) => changeBoundary(now, { ...which, owner: 'Somebody', team: 'model-selection' }),
        (now) => changeBoundary(now, { ...which, sentence: 'They do not.' }),
      ]
    },
  },
  'boundary.removed': {
    prepare: async (ctx) => {
      const which = await boundary(ctx)
      return [(now) => removeBoundary(now, which)]
    },
  },
  'role.given': {
    prepare: async () => [
      (now) => giveRole(now, { ...one, person: 'julie', role: 'pm' }),
      (now) => giveRole(now, { ...one, person: 'julie', role: 'em' }),
    ],
  },
  'role.taken': {
    prepare: async (ctx) => {
      await giveRole(ctx, {
        ...one,
        person: 'julie',
        role: 'em',
        acting: true,
        title: 'Deputy',
      })
      return [(now) => takeRole(now, { ...one, person: 'julie', role: 'em' })]
    },
  },
  'role.changed': {
    prepare: async () => [
      (now) => changeRole(now, { ...one, person: 'julie', role: 'engineer', title: 'Senior' }),
      (now) => changeRole(now, { ...one, person: 'julie', role: 'engineer', title: 'Staff' }),
    ],
  },
  'person.joined': {
    prepare: async (ctx) => {
      await removePerson(ctx, { ...one, person: 'newick' })
      return [(now) => addPerson(now, { ...one, person: 'newick', role: 'engineer' })]
    },
  },
  'person.left': { prepare: async () => [(now) => removePerson(now, { ...one, person: 'newick' })] },
  'invitation.created': {
    leaves: 'the invitation is revoked, and stays in the list',
    prepare: async () => [invitation],
  },
  'invitation.revoked': {
    prepare: async (ctx) => {
      const id = await invitation(ctx)
      return [(now) => revokeInvitation(now, { invitation: id })]
    },
  },
}

testUndoOf(FAMILIES)

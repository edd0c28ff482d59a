import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { day, handle, inGroup, issueRef, slug } from './shapes.ts'

const terms = {
  kind: z.enum(['main', 'supporting']),
  /** Of the person's working time. */
  percent: z.number().int('Whole percent only.').min(0).max(100),
  from: day,
  /** The last day; null while it lasts. */
  to: day.nullable(),
}

export const membershipFacts = z.strictObject({
  id: z.number(),
  team: z.string(),
  person: z.string(),
  name: z.string(),
  ...terms,
})
export type MembershipFacts = z.output<typeof membershipFacts>

export const listMemberships = endpoint({
  id: 'teams.memberships',
  method: 'GET',
  path: '/groups/{group}/memberships',
  summary: 'Memberships of functional teams, with days and share of time',
  input: z.strictObject(inGroup),
  output: z.strictObject({
    items: z.array(membershipFacts),
    /** The day that it is now in the group's zone. */
    today: z.string(),
  }),
  reads: ['teams', 'people'],
})

export const startMembership = endpoint({
  id: 'teams.start_membership',
  method: 'POST',
  path: '/groups/{group}/memberships',
  summary: 'Add a person to a team, from a day on, with a share of their time',
  input: z.strictObject({ ...inGroup, team: slug, person: handle, ...terms, to: terms.to.optional() }),
  output: z.strictObject({ event: z.number() }),
})

export const changeMembership = endpoint({
  id: 'teams.change_membership',
  method: 'PATCH',
  path: '/groups/{group}/memberships/{membership}',
  summary: 'Change the kind, the share or the days of a membership; with a last day it ends',
  input: z.strictObject({ ...inGroup, membership: issueRef, ...z.strictObject(terms).partial().shape }),
  output: z.strictObject({ event: z.number() }),
})

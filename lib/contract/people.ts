import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { personFacts } from './facts.ts'
import { handle, inGroup, role, text, lineOrNone } from './shapes.ts'

const terms = {
  /** How the group names the role, such as “Principal Product Manager”; empty for its usual name. */
  title: lineOrNone(120),
  /** Handbook: “Acting Engineering Manager”. */
  acting: z.boolean(),
}

export const listPeople = endpoint({
  id: 'people.list',
  method: 'GET',
  path: '/groups/{group}/people',
  summary: 'The people of a group with their roles',
  input: z.strictObject(inGroup),
  output: z.strictObject({
    items: z.array(
      personFacts.extend({
        titles: z.array(z.string()),
        acting: z.boolean(),
        /** Each role once more, with what is said of it. */
        held: z.array(z.strictObject({ role, ...terms })),
        /** Whether they can sign in by themselves; told to those who add members, null for everybody else. */
        account: z.boolean().nullable(),
      }),
    ),
  }),
  reads: ['people'],
})

const changed = z.strictObject({ event: z.number() })
const person = { ...inGroup, person: handle }

export const addPerson = endpoint({
  id: 'people.add',
  method: 'POST',
  path: '/groups/{group}/people',
  summary: 'Add a person of this installation to the group, with a role',
  input: z.strictObject({ ...person, role, ...z.strictObject(terms).partial().shape }),
  output: changed,
})

export const removePerson = endpoint({
  id: 'people.remove',
  method: 'DELETE',
  path: '/groups/{group}/people/{person}',
  summary: 'Remove a person from the group; roles and memberships end today, their record stays',
  input: z.strictObject(person),
  output: changed,
})

export const giveRole = endpoint({
  id: 'people.give_role',
  method: 'POST',
  path: '/groups/{group}/people/{person}/roles',
  summary: 'Give a person of the group another role',
  input: z.strictObject({ ...person, role, ...z.strictObject(terms).partial().shape }),
  output: changed,
})

export const takeRole = endpoint({
  id: 'people.take_role',
  method: 'DELETE',
  path: '/groups/{group}/people/{person}/roles/{role}',
  summary: 'Remove a role from a person who has another one',
  input: z.strictObject({ ...person, role }),
  output: changed,
})

export const changeRole = endpoint({
  id: 'people.change_role',
  method: 'PATCH',
  path: '/groups/{group}/people/{person}/roles/{role}',
  summary: 'Set the title of a person’s role, and whether they are acting',
  input: z.strictObject({ ...person, role, ...z.strictObject(terms).partial().shape }),
  output: changed,
})

export const findCandidates = endpoint({
  id: 'people.candidates',
  method: 'GET',
  path: '/groups/{group}/candidates',
  summary: 'People of the installation outside the group, by name or handle; for people who may add members',
  input: z.strictObject({ ...inGroup, q: text(100).optional() }),
  output: z.strictObject({ items: z.array(z.strictObject({ handle: z.string(), name: z.string() })) }),
  reads: ['people'],
})

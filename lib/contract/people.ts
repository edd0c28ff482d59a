import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { inGroup } from './shapes.ts'

export const personFacts = z.strictObject({
  handle: z.string(),
  name: z.string(),
  roles: z.array(z.string()),
})

export const listPeople = endpoint({
  id: 'people.list',
  method: 'GET',
  path: '/groups/{group}/people',
  summary: 'The people of a group with their roles',
  input: z.strictObject(inGroup),
  output: z.strictObject({
    items: z.array(personFacts.extend({ titles: z.array(z.string()), acting: z.boolean() })),
  }),
  reads: ['people'],
})

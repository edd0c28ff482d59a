import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { inGroup } from './shapes.ts'

export const teamFacts = z.strictObject({ slug: z.string(), name: z.string(), members: z.array(z.string()) })

export const listTeams = endpoint({
  id: 'teams.list',
  method: 'GET',
  path: '/groups/{group}/teams',
  summary: 'Functional teams with their scope and members, and the boundaries of the group',
  input: z.strictObject(inGroup),
  output: z.strictObject({
    items: z.array(
      z.strictObject({
        slug: z.string(),
        name: z.string(),
        purpose: z.string(),
        note: z.string(),
        scope: z.array(z.strictObject({ name: z.string(), description: z.string() })),
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
        area: z.string(),
        owner: z.string(),
        relationship: z.string(),
        sentence: z.string(),
        team: z.string().nullable(),
      }),
    ),
  }),
  reads: ['teams', 'people'],
})

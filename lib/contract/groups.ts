import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { boardSummary } from './boards.ts'
import { inGroup, role } from './shapes.ts'

export const groupSummary = z.strictObject({ slug: z.string(), name: z.string(), roles: z.array(role) })

/** Whoever is signed in, and the groups that they may see. */
export const me = z.strictObject({
  handle: z.string(),
  name: z.string(),
  admin: z.boolean(),
  groups: z.array(groupSummary),
})
export type Me = z.output<typeof me>

export const readMe = endpoint({
  id: 'people.me',
  method: 'GET',
  path: '/me',
  summary: 'Who is signed in, with the groups they may see and their roles there',
  access: 'signed_in',
  input: z.strictObject({}),
  output: me,
  reads: ['people', 'groups'],
})

export const listGroups = endpoint({
  id: 'groups.list',
  method: 'GET',
  path: '/groups',
  summary: 'The groups that you may see',
  access: 'signed_in',
  input: z.strictObject({}),
  output: z.strictObject({ items: z.array(groupSummary) }),
  reads: ['groups'],
})

export const readGroup = endpoint({
  id: 'groups.read',
  method: 'GET',
  path: '/groups/{group}',
  summary: 'A group: vision, mission, channels, cadence, the label it must carry',
  input: z.strictObject(inGroup),
  output: z.strictObject({
    slug: z.string(),
    name: z.string(),
    vision: z.string(),
    mission: z.string(),
    zone: z.string(),
    namespace: z.string(),
    daysPerWeight: z.number(),
    channels: z.array(z.strictObject({ name: z.string(), purpose: z.string() })),
    cadence: z.array(z.strictObject({ activity: z.string(), frequency: z.string(), owner: z.string() })),
    boards: z.array(boardSummary),
    roles: z.array(role),
    /** True while the sample world is loaded. */
    sample: z.boolean(),
    event: z.number(),
  }),
  reads: ['groups', 'boards', 'milestones'],
})
export type Group = z.output<typeof readGroup.output>

export const removeSample = endpoint({
  id: 'groups.remove_sample',
  method: 'POST',
  path: '/groups/{group}/sample-removal',
  summary: 'Remove the sample world: its issues, epics and milestones; what people made stays',
  input: z.strictObject(inGroup),
  output: z.strictObject({ removed: z.number(), event: z.number() }),
})

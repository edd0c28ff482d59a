import { z } from 'zod'
import { LEAST_DAYS_PER_WEIGHT, LEAST_FOCUS, MOST_DAYS_PER_WEIGHT, MOST_FOCUS } from '#lib/domain/groups.ts'
import { LEAST_SYNC, MOST_SYNC } from '#lib/domain/syncs/turn.ts'
import { endpoint } from './endpoint.ts'
import { boardSummary } from './boards.ts'
import { mix } from './mix.ts'
import { country, region } from './working-times.ts'
import { day, handle, inGroup, line, lineOrNone, role, slug, text, timeOfDay } from './shapes.ts'

export const groupSummary = z.strictObject({ slug: z.string(), name: z.string(), roles: z.array(role) })

/** A person who is signed in, and the groups that they may see. */
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
  summary: 'The signed-in person, with their groups and roles',
  access: 'signed_in',
  input: z.strictObject({}),
  output: me,
  reads: ['people', 'groups'],
})

export const listGroups = endpoint({
  id: 'groups.list',
  method: 'GET',
  path: '/groups',
  summary: 'The groups you have access to',
  access: 'signed_in',
  input: z.strictObject({}),
  output: z.strictObject({ items: z.array(groupSummary) }),
  reads: ['groups'],
})

export const readGroup = endpoint({
  id: 'groups.read',
  method: 'GET',
  path: '/groups/{group}',
  summary: 'A group: what it is for, its channels, its cadence, its boards, and your roles in it',
  input: z.strictObject(inGroup),
  output: z.strictObject({
    slug: z.string(),
    name: z.string(),
    /** What the group is, in the words with which its page begins. */
    summary: z.string(),
    vision: z.string(),
    mission: z.string(),
    /** IANA name. */
    zone: z.string(),
    /** What is kept as the zone and is none, so that UTC counts until another is chosen; null for all is well. */
    lostZone: z.string().nullable(),
    /** The day it is there now. */
    today: day,
    namespace: z.string(),
    /** The one for work-related communication. */
    channel: z.string(),
    daysPerWeight: z.number(),
    focusFactor: z.number(),
    /** Whose public holidays hold, ISO 3166; empty for none. */
    country: z.string(),
    region: z.string(),
    /** Of a working day, in percent, that triage takes in a week of duty. */
    triageShare: z.number(),
    /** When the refinement issue of a week is made: 1 = Monday … 7 = Sunday, null for never; and the hour, 0–23. */
    refinementDay: z.number().nullable(),
    refinementHour: z.number(),
    /** When status updates are due: 1 = Monday … 7 = Sunday. */
    updateDay: z.number(),
    /** The weekly sync: 1 = Monday … 7 = Sunday, null for none; from when in the zone, HH:MM; how long, in minutes. */
    syncDay: z.number().nullable(),
    syncTime: z.string(),
    syncMinutes: z.number(),
    /** How work shall divide by type, in percent; null where the group has not said so. */
    mix: mix.nullable(),
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

const percent = z.number().int('Whole percent only.').min(0).max(100)
const longText = text(10_000).trim()

export const changeGroup = endpoint({
  id: 'groups.change',
  method: 'PATCH',
  path: '/groups/{group}',
  summary: 'Change the description, time zone, channels, cadence or capacity settings of a group',
  input: z.strictObject({
    ...inGroup,
    name: line(80).optional(),
    summary: longText.optional(),
    vision: longText.optional(),
    mission: longText.optional(),
    channel: lineOrNone(120).optional(),
    namespace: lineOrNone(255).optional(),
    zone: line(64).optional(),
    daysPerWeight: z.number().min(LEAST_DAYS_PER_WEIGHT).max(MOST_DAYS_PER_WEIGHT).optional(),
    focusFactor: z.number().min(LEAST_FOCUS).max(MOST_FOCUS).optional(),
    /** Of the list of countries; another country has another region, or none. */
    country: country.optional(),
    region: region.optional(),
    refinementDay: z.number().int().min(1).max(7).nullable().optional(),
    refinementHour: z.number().int().min(0).max(23).optional(),
    updateDay: z.number().int().min(1).max(7).optional(),
    syncDay: z.number().int().min(1).max(7).nullable().optional(),
    /** In the group's time zone. */
    syncTime: timeOfDay.optional(),
    syncMinutes: z.number().int('Whole minutes only.').min(LEAST_SYNC).max(MOST_SYNC).optional(),
    triageShare: percent.optional(),
    /** Together 100; null sets no target. */
    mix: z.strictObject({ bug: percent, maintenance: percent, feature: percent }).nullable().optional(),
    /** All of them; each name once. */
    channels: z
      .array(z.strictObject({ name: line(120), purpose: text(500).trim() }))
      .max(50)
      .optional(),
    /** All of it, in its order. */
    cadence: z
      .array(z.strictObject({ activity: line(300), frequency: lineOrNone(120), owner: lineOrNone(300) }))
      .max(50)
      .optional(),
  }),
  output: z.strictObject({ event: z.number() }),
})

export const createGroup = endpoint({
  id: 'groups.found',
  method: 'POST',
  path: '/groups',
  summary:
    'Create a group with its first labels, shelves and boards, and set its engineering manager; for administrators',
  access: 'signed_in',
  input: z.strictObject({ name: line(80), slug: slug.optional(), zone: line(64), em: handle }),
  output: z.strictObject({ group: z.string() }),
})

export const removeSample = endpoint({
  id: 'groups.remove_sample',
  method: 'POST',
  path: '/groups/{group}/sample-removal',
  summary: 'Remove the sample data: its issues, epics and milestones; what people created stays',
  input: z.strictObject(inGroup),
  output: z.strictObject({ removed: z.number(), event: z.number() }),
})

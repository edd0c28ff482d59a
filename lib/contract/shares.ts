import { z } from 'zod'
import { SHARED } from '#lib/domain/shares.ts'
import { type Endpoint, endpoint } from './endpoint.ts'
import { day, inGroup, instant, issueRef, line, slug } from './shapes.ts'

export const share = z.strictObject({
  id: z.number(),
  what: z.enum(SHARED),
  /** Of a brief. */
  milestone: z.strictObject({ slug: z.string(), title: z.string() }).nullable(),
  /** For whom it is. */
  name: z.string(),
  /** Name of the person who made it. */
  by: z.string(),
  createdAt: instant,
  /** It works to the end of this day; null for until it is revoked. */
  lastOn: day.nullable(),
  /** The last day on which it was opened; null while it never was. */
  openedOn: day.nullable(),
  expired: z.boolean(),
})
export type Share = z.output<typeof share>

export const listShares = endpoint({
  id: 'shares.list',
  method: 'GET',
  path: '/groups/{group}/shares',
  summary: 'The public links of a group that are not revoked, newest first; their addresses were shown once',
  input: z.strictObject(inGroup),
  output: z.strictObject({ items: z.array(share) }),
  reads: ['shares', 'milestones', 'people'],
})

export const createShare = endpoint({
  id: 'shares.create',
  method: 'POST',
  path: '/groups/{group}/shares',
  summary:
    'Create a public link to a page: Say/Do, ownership, or the brief of a milestone. It shows what a stakeholder sees, without signing in; its address is in this answer only',
  input: z.strictObject({
    ...inGroup,
    what: z.enum(SHARED),
    /** For a brief. */
    milestone: slug.optional(),
    /** For whom it is. The audit log shows it. */
    name: line(80),
    /** The last day on which it works; without one it works until it is revoked. */
    lastOn: day.optional(),
  }),
  output: z.strictObject({ share, link: z.string(), event: z.number() }),
})

export const revokeShare = endpoint({
  id: 'shares.revoke',
  method: 'DELETE',
  path: '/groups/{group}/shares/{share}',
  summary: 'Revoke a public link: it is not found from now on. This cannot be undone',
  input: z.strictObject({ ...inGroup, share: issueRef }),
  output: z.strictObject({ event: z.number() }),
})

export const shareEndpoints = [listShares, createShare, revokeShare] satisfies Endpoint[]

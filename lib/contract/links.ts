import { z } from 'zod'
import { GIVEN_ROLES, LINK_ROLES } from '#lib/domain/links.ts'
import { endpoint } from './endpoint.ts'
import { changed, closeReason, issueState } from './issues.ts'
import { inGroup, issueRef } from './shapes.ts'

const one = { ...inGroup, ref: issueRef }

/** A link as seen from one of its two issues, with the other one. */
export const linkFacts = z.strictObject({
  role: z.enum(LINK_ROLES),
  other: z.strictObject({
    ref: z.number(),
    title: z.string(),
    state: issueState,
    closeReason: closeReason.nullable(),
    weight: z.number().nullable(),
  }),
})
export type LinkFacts = z.output<typeof linkFacts>

export const listLinks = endpoint({
  id: 'links.list',
  method: 'GET',
  path: '/groups/{group}/issues/{ref}/links',
  summary: 'The issues that an issue blocks, waits for, duplicates, was split from or into, or relates to',
  input: z.strictObject(one),
  output: z.strictObject({ items: z.array(linkFacts) }),
  reads: ['issues'],
})

export const addLink = endpoint({
  id: 'links.add',
  method: 'POST',
  path: '/groups/{group}/issues/{ref}/links',
  summary: 'Link an issue with another; blocking links never form a circle',
  input: z.strictObject({ ...one, role: z.enum(GIVEN_ROLES), other: issueRef }),
  output: changed,
})

export const removeLink = endpoint({
  id: 'links.remove',
  method: 'DELETE',
  path: '/groups/{group}/issues/{ref}/links/{role}/{other}',
  summary: 'Remove a link between two issues',
  input: z.strictObject({ ...one, role: z.enum(LINK_ROLES), other: issueRef }),
  output: changed,
})

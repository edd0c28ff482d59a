import { z } from 'zod'
import { UNCLAIMED_REASONS } from '#lib/domain/unclaimed.ts'
import { type Endpoint, endpoint } from './endpoint.ts'
import { listDris, readDrift } from './drift.ts'
import { unclaimedFacts } from './dri-shapes.ts'
import { inGroup, issueRef, text } from './shapes.ts'

const unclaimed = unclaimedFacts.extend({ ref: z.number(), title: z.string() })
export type UnclaimedIssue = z.output<typeof unclaimed>

export const listUnclaimed = endpoint({
  id: 'dris.unclaimed',
  method: 'GET',
  path: '/groups/{group}/unclaimed',
  summary: 'Open issues that have no DRI and found no volunteer, with the reason; the newest record first',
  input: z.strictObject(inGroup),
  output: z.strictObject({ items: z.array(unclaimed) }),
  reads: ['dris', 'issues', 'people'],
})

export const noVolunteer = endpoint({
  id: 'dris.no_volunteer',
  method: 'POST',
  path: '/groups/{group}/issues/{ref}/no-volunteer',
  summary:
    'Record that an issue found no volunteer as its DRI, with the reason; it comes up at the next sync',
  input: z.strictObject({
    ...inGroup,
    ref: issueRef,
    reason: z.enum(UNCLAIMED_REASONS),
    /** Needed where the reason is another one. */
    note: text(500).optional(),
  }),
  output: z.strictObject({ event: z.number() }),
})

export const drisEndpoints = [listDris, readDrift, listUnclaimed, noVolunteer] satisfies Endpoint[]

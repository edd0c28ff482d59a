import type { PersonRef as Named } from '#lib/domain/event-refs.ts'
import { whyNotTechLead } from '#lib/domain/epics.ts'
import { whyNotDrive } from '#lib/domain/dri.ts'
import type { Role } from '#lib/domain/permissions.ts'
import { epicSubject, issueSubject, type NumberedSubject } from '#lib/domain/subjects.ts'
import type { Refusal } from '#lib/kit/refusal.ts'
import type { Ctx } from '../../context.ts'
import { record } from '../../events/record.ts'
import { issueFacts, type PersonRef } from '../../queries/facts.ts'
import { beginDri } from '../issues/dri.ts'
import { epicFacts } from '../epics-edit.ts'

type HandingOver = { from: Named; to: Named }

/** What can happen to a hand-over, with what its event holds. */
export type HandOverEvents = {
  handed_over: { from: Named; to: Named; context: string; asked: Named | null }
  hand_over_offered: HandingOver & { context: string }
  hand_over_accepted: HandingOver & { by: Named; context: string }
  hand_over_declined: HandingOver & { by: Named; reason: string }
  hand_over_withdrawn: HandingOver
}
type HandOverEvent = {
  [T in keyof HandOverEvents]: { type: T; data: HandOverEvents[T] }
}[keyof HandOverEvents]

/** What is handed over, an issue or an epic, as the commands look at both. */
export type Handed = {
  subject: NumberedSubject
  driver: PersonRef | null
  open: boolean
  /** Makes a person the first to drive it. */
  nameFirst: (to: PersonRef, context: string) => Promise<number>
  whyNotDrive: (person: { name: string; roles: readonly Role[] }) => Refusal | null
  record: (event: HandOverEvent) => Promise<number>
}

/** @throws not_found also for a confidential issue that the actor may not see */
export async function handedIssue(ctx: Ctx, ref: number): Promise<Handed> {
  const { dri, state } = await issueFacts(ctx, ref)
  return {
    subject: issueSubject(ref),
    driver: dri,
    open: state === 'open',
    nameFirst: async ({ id, name }, context) => {
      await beginDri(ctx, issueSubject(ref), { person: id, why: 'assigned', context })
      const data = { from: null, to: { id, name }, context }
      return record(ctx, { type: 'issue.dri_assigned', issue: ref, data })
    },
    whyNotDrive,
    record: (event) => recordOfIssue(ctx, ref, event),
  }
}

/** Driven by its tech lead. @throws not_found */
export async function handedEpic(ctx: Ctx, number: number): Promise<Handed> {
  const { lead, closed, title } = await epicFacts(ctx, number)
  return {
    subject: epicSubject(number),
    driver: lead,
    open: !closed,
    nameFirst: async ({ id, name }, context) => {
      await beginDri(ctx, epicSubject(number), { person: id, why: 'assigned', context })
      return record(ctx, {
        type: 'epic.tech_lead_set',
        data: { number, title, from: null, to: { id, name } },
      })
    },
    whyNotDrive: ({ roles }) => whyNotTechLead(roles),
    record: (event) => recordOfEpic(ctx, { number, title }, event),
  }
}

function recordOfIssue(ctx: Ctx, issue: number, event: HandOverEvent): Promise<number> {
  switch (event.type) {
    case 'handed_over':
      return record(ctx, { type: 'issue.handed_over', issue, data: event.data })
    case 'hand_over_offered':
      return record(ctx, { type: 'issue.hand_over_offered', issue, data: event.data })
    case 'hand_over_accepted':
      return record(ctx, { type: 'issue.hand_over_accepted', issue, data: event.data })
    case 'hand_over_declined':
      return record(ctx, { type: 'issue.hand_over_declined', issue, data: event.data })
    case 'hand_over_withdrawn':
      return record(ctx, { type: 'issue.hand_over_withdrawn', issue, data: event.data })
  }
}

function recordOfEpic(
  ctx: Ctx,
  epic: { number: number; title: string },
  event: HandOverEvent,
): Promise<number> {
  switch (event.type) {
    case 'handed_over':
      return record(ctx, { type: 'epic.handed_over', data: { ...epic, ...event.data } })
    case 'hand_over_offered':
      return record(ctx, { type: 'epic.hand_over_offered', data: { ...epic, ...event.data } })
    case 'hand_over_accepted':
      return record(ctx, { type: 'epic.hand_over_accepted', data: { ...epic, ...event.data } })
    case 'hand_over_declined':
      return record(ctx, { type: 'epic.hand_over_declined', data: { ...epic, ...event.data } })
    case 'hand_over_withdrawn':
      return record(ctx, { type: 'epic.hand_over_withdrawn', data: { ...epic, ...event.data } })
  }
}

import type { AnyEvent } from '#lib/domain/events.ts'
import type { Ctx } from '../../context.ts'
import { record } from '../../events/record.ts'
import { type IssueFacts, issueFacts } from '../../queries/facts.ts'
import { link, unlink } from '../links.ts'
import { setColumn } from './columns.ts'
import { changeEpic } from './epic.ts'
import { changeNeed } from './wait.ts'

/** Puts a fact back to what it was before the event, with an event of its own; null for acts of other kinds. */
export async function takeBackFact(ctx: Ctx, facts: IssueFacts, event: AnyEvent): Promise<number | null> {
  const issue = facts.number
  switch (event.type) {
    case 'issue.epic_set':
      return changeEpic(ctx, facts, event.data.from && Number(event.data.from.id))
    case 'issue.team_set':
      await setColumn(ctx, issue, 'team_id', event.data.from?.id ?? null)
      return record(ctx, { type: event.type, issue, data: swapped(event.data) })
    case 'issue.due_set':
      await setColumn(ctx, issue, 'due_on', event.data.from)
      return record(ctx, { type: event.type, issue, data: swapped(event.data) })
    case 'issue.health_set':
      await setColumn(ctx, issue, 'health', event.data.from)
      return record(ctx, { type: event.type, issue, data: swapped(event.data) })
    case 'issue.spike_scope_set':
      await setColumn(ctx, issue, 'spike_scope', event.data.from)
      return record(ctx, { type: event.type, issue, data: swapped(event.data) })
    case 'issue.wait_set':
      return changeNeed(ctx, facts, event.data.from)
    case 'issue.confidential_set':
      await setColumn(ctx, issue, 'confidential', !event.data.to)
      return record(ctx, { type: event.type, issue, data: { to: !event.data.to } })
    case 'issue.linked':
      return unlink(ctx, issue, event.data.role, event.data.other)
    case 'issue.unlinked':
      await issueFacts(ctx, event.data.other)
      return link(ctx, issue, event.data.role, event.data.other)
    default:
      return null
  }
}

const swapped = <T>({ from, to }: { from: T; to: T }) => ({ from: to, to: from })

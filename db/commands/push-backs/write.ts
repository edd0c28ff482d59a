import type { PushedWork } from '#lib/domain/push-back-terms.ts'
import type { DecisionData } from '#lib/domain/events/push-backs.ts'
import type { PlainDate } from '#lib/kit/plain-date.ts'
import type { Ctx } from '../../context.ts'
import { record } from '../../events/record.ts'
import type { PushBackStanding } from '../../queries/push-backs.ts'

/** The subject of an event: of an issue its number beside. */
export const aboutWork = ({ kind, key, title }: PushedWork) => ({
  ...(kind === 'issue' ? { issue: Number(key) } : {}),
  subject: { kind, key, title },
})

export type NewPushBack = {
  subject: PushedWork
  reason: string
  protects: readonly PushedWork[]
  wouldChange: string
  revisitOn: PlainDate | null
  sample: boolean
}

/** The row of a push-back, behind the event that raised it, whose number is its own. */
export async function writePushBack(ctx: Ctx, id: number, one: NewPushBack): Promise<void> {
  await ctx.db.query({
    name: 'write-push-back',
    text: `with raised as (
        insert into push_backs (group_id, id, subject_kind, subject_key, reason, would_change, revisit_on, raised_by_id, raised_at,
          version, sample)
        values ($1, $2::int, $3, $4, $5, $6, $7, $8, $9, $2::int, $10) returning group_id, id
      ) insert into push_back_protects (group_id, push_back_id, subject_kind, subject_key)
        select raised.group_id, raised.id, given.kind, given.key
        from raised, unnest($11::text[], $12::text[]) as given(kind, key)`,
    values: [
      ctx.group.id,
      id,
      one.subject.kind,
      one.subject.key,
      one.reason,
      one.wouldChange,
      one.revisitOn,
      ctx.actor.id,
      ctx.now,
      one.sample,
      one.protects.map(({ kind }) => kind),
      one.protects.map(({ key }) => key),
    ],
  })
}

type Decided = {
  to: DecisionData
  left?: { id: string; title: string } | null
  /** The event that moved the work, with which the decision is taken back. */
  cause?: number
}

/** Records what was decided, writes it, and settles what waited for it in inboxes. */
export async function writeDecision(
  ctx: Ctx,
  one: PushBackStanding,
  { to, left = null, cause }: Decided,
): Promise<number> {
  const { issue, subject } = aboutWork(one.subject)
  const { id: pushBack, state, note, revisitOn, reason, by } = one
  const event = await record(ctx, {
    type: 'push_back.decided',
    data: { subject, pushBack, reason, by, from: { state, note, revisitOn }, to, left },
    ...(issue === undefined ? {} : { issue }),
    ...(cause === undefined ? {} : { cause }),
  })
  await decideRow(ctx, pushBack, { ...to, event })
  await settleInboxes(ctx, one)
  return event
}

/** Also of one that is accepted in the act that raises it. */
export async function decideRow(
  ctx: Ctx,
  id: number,
  { state, note, revisitOn, event }: DecisionData & { event: number },
): Promise<void> {
  await ctx.db.query({
    name: 'decide-push-back',
    text: `update push_backs set state = $3, note = $4, revisit_on = $5, version = $8,
        decided_by_id = case when $3 <> 'open' then $6 end, decided_at = case when $3 <> 'open' then $7::timestamptz end
      where group_id = $1 and id = $2`,
    values: [ctx.group.id, id, state, note, revisitOn, ctx.actor.id, ctx.now, event],
  })
}

/** Those who were asked for a decision, or reminded of one, need not look any more. */
export async function settleInboxes(ctx: Ctx, { id, subject }: Pick<PushBackStanding, 'id' | 'subject'>) {
  const column = { issue: 'issue_number', epic: 'epic_number', milestone: 'milestone_id' }[subject.kind]
  await ctx.db.query({
    name: `settle-push-back-of-${subject.kind}`,
    text: `update inbox_items b set done_at = $3 from events e
      where b.group_id = $1 and b.${column} = $4::int and b.done_at is null and b.kind in ('asked', 'reminder')
        and e.group_id = b.group_id and e.number = b.event_number
        and (e.number = $2 or e.type = 'push_back.revisit_due' and e.data->'pushBack' = to_jsonb($2::int))`,
    values: [ctx.group.id, id, ctx.now, subject.key],
  })
}

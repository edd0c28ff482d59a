import type { Subject } from '#lib/domain/event-subjects.ts'
import type { AnyEvent } from '#lib/domain/events.ts'
import { notificationsFor, recipientsOf } from '#lib/domain/inbox.ts'
import { may } from '#lib/domain/permissions.ts'
import { isToldKind } from '#lib/domain/subjects.ts'
import { tellsNoOne } from '#lib/domain/telling.ts'
import type { Ctx } from '../context.ts'
import { candidatesOfGroup, candidatesOfIssue, meantOf } from './recipients.ts'

/**
 * Puts what an event asks of people, or tells them, into their inboxes, in the transaction of the event; the items hang on
 * what the event is about. Most moves tell no one and cost nothing. Who becomes the DRI of an issue and its assignee in one
 * act reads of it once, as the DRI.
 */
export async function tell(ctx: Ctx, event: AnyEvent & { issue?: number }, subject: Subject, number: number) {
  const telling = notificationsFor(event)
  if (tellsNoOne(telling, ctx.actor.id)) return
  if (!isToldKind(subject.kind)) throw new Error(`No inbox item hangs on a ${subject.kind}: ${event.type}.`)
  const rows =
    event.issue === undefined
      ? await candidatesOfGroup(ctx, telling)
      : await candidatesOfIssue(ctx, event.issue, telling)
  const byName = (name: string) => rows.find(({ id, handle }) => id === name || handle === name)
  const recipients = recipientsOf(
    {
      ...telling,
      named: telling.named.map((one) => ({ ...one, person: byName(one.person)?.id ?? one.person })),
    },
    {
      actor: ctx.actor.id,
      watchers: rows.filter(({ watches }) => watches).map(({ id }) => id),
      muted: rows.filter(({ muted }) => muted).map(({ id }) => id),
      meant: meantOf(telling, rows),
      maySee: (person) => {
        const row = byName(person)
        return row !== undefined && (!row.confidential || may(row, 'see.confidential'))
      },
    },
  )
  if (recipients.size === 0) return
  await ctx.db.query({
    name: 'tell',
    text: `insert into inbox_items (group_id, person_id, event_number, kind, subject_kind, subject_key, at)
      select $1, recipient.person, $2, recipient.kind, $3, $4, $5 from unnest($6::text[], $7::text[]) as recipient (person, kind)
      where recipient.kind not in ('assigned', 'watched') or not exists (select from inbox_items i
        where i.group_id = $1 and i.person_id = recipient.person and i.event_number >= $8 and i.subject_kind = $3 and i.subject_key = $4)`,
    values: [
      ctx.group.id,
      number,
      subject.kind,
      subject.key,
      ctx.now,
      [...recipients.keys()],
      [...recipients.values()],
      ctx.act?.first ?? number,
    ],
  })
}

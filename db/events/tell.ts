import type { AnyEvent } from '#lib/domain/events.ts'
import { notificationsFor, recipientsOf } from '#lib/domain/inbox.ts'
import { may, type Role } from '#lib/domain/permissions.ts'
import type { Ctx } from '../context.ts'

type Row = { id: string; handle: string; admin: boolean; roles: Role[]; watches: boolean; muted: boolean }

/**
 * Puts what an event asks of people, or tells them, into their inboxes, in the transaction of the event. Most moves
 * tell nobody and cost nothing. Watching is no row of its own: who made an issue, drives it, works on it or spoke there
 * follows it until they mute it.
 */
export async function tell(ctx: Ctx, event: AnyEvent & { issue?: number }, number: number): Promise<void> {
  const telling = notificationsFor(event)
  if (event.issue === undefined || (telling.named.length === 0 && !telling.watchers)) return
  const named = telling.named.map(({ person }) => person)
  const { rows } = await ctx.db.query<Row & { confidential: boolean }>({
    name: 'who-could-be-told',
    text: `with following as (
        select i.author_id as id from issues i where i.group_id = $1 and i.number = $2
        union select i.dri_id from issues i where i.group_id = $1 and i.number = $2
        union select a.person_id from issue_assignees a where a.group_id = $1 and a.issue_number = $2
        union select c.author_id from comments c where c.group_id = $1 and c.issue_number = $2
        union select w.person_id from watches w where w.group_id = $1 and w.issue_number = $2
      )
      select p.id, p.handle, p.admin, array_agg(r.role) as roles, exists (select from following f where f.id = p.id) as watches,
        exists (select from watches w where w.group_id = $1 and w.issue_number = $2 and w.person_id = p.id and w.muted) as muted,
        (select confidential from issues where group_id = $1 and number = $2) as confidential
      from people p join group_roles r on r.group_id = $1 and r.person_id = p.id
      where p.id = any($3::text[]) or p.handle = any($3::text[]) or ($4 and p.id in (select id from following))
      group by p.id`,
    values: [ctx.group.id, event.issue, named, telling.watchers],
  })
  const byName = (name: string) => rows.find(({ id, handle }) => id === name || handle === name)
  const told = recipientsOf(
    {
      ...telling,
      named: telling.named.map((one) => ({ ...one, person: byName(one.person)?.id ?? one.person })),
    },
    {
      actor: ctx.actor.id,
      watchers: rows.filter(({ watches }) => watches).map(({ id }) => id),
      muted: rows.filter(({ muted }) => muted).map(({ id }) => id),
      maySee: (person) => {
        const row = byName(person)
        return row !== undefined && (!row.confidential || may(row, 'see.confidential'))
      },
    },
  )
  if (told.size === 0) return
  await ctx.db.query({
    name: 'tell',
    text: `insert into inbox_items (group_id, person_id, event_number, kind, subject_kind, subject_number, at)
      select $1, told.person, $2, told.kind, 'issue', $3, $4 from unnest($5::text[], $6::text[]) as told (person, kind)`,
    values: [ctx.group.id, number, event.issue, ctx.now, [...told.keys()], [...told.values()]],
  })
}

import type { InputOf, OutputOf } from '#lib/contract/endpoint.ts'
import type { countInbox as count } from '#lib/contract/inbox-count.ts'
import type { InboxItem, InboxView, listInbox as list } from '#lib/contract/inbox.ts'
import type { AnyEvent } from '#lib/domain/events.ts'
import { quietAt } from '#lib/domain/inbox-hours.ts'
import { inboxPage } from '#lib/domain/inbox-pages.ts'
import { may } from '#lib/domain/permissions.ts'
import type { ToldKind } from '#lib/domain/subjects.ts'
import type { Ctx } from '../context.ts'
import type { EventRow } from './event-rows.ts'
import { entryOf } from './events.ts'
import { readSettings } from './settings.ts'

const PAGE = 50

/** A bar over what is new while it is quiet; `before` is the moment after which nothing new is shown. */
type Quiet = { before: Date; until: Date | null }

export async function quietOf(ctx: Ctx): Promise<Quiet> {
  const settings = ctx.actor.id === null ? null : await readSettings(ctx.db, ctx.actor.id)
  const quiet =
    settings?.quiet && quietAt({ ...settings.quiet, zone: settings.zone ?? ctx.group.zone }, ctx.now)
  return quiet ? { before: quiet.since, until: quiet.until } : { before: ctx.now, until: null }
}

/** Of an item: done, put off beyond now or into the quiet time, or waiting. `$3` is now, `$4` the bar of the quiet. */
const VIEWS: Record<InboxView, string> = {
  open: `b.done_at is null and coalesce(b.snoozed_until, b.at) <= $4 and b.at <= $4`,
  snoozed: `b.done_at is null and b.snoozed_until > $4`,
  done: `b.done_at is not null and $4::timestamptz is not null`,
}
const FROM = `from inbox_items b left join issues i on i.group_id = b.group_id and i.number = b.issue_number
  where b.group_id = $1 and b.person_id = $2 and ($3 or i.confidential is not true)`

/** What an item hangs on, by what it is called and by the key of its address. */
const SUBJECT = `b.subject_kind as "subjectKind", coalesce(i.title, x.title, m.title, f.name, a.name, o.name, v.name, 'Weekly sync, ' || to_char(s.day, 'FMDD Mon')) as title,
  coalesce(m.slug, f.slug, a.handle, b.subject_key) as key,
  coalesce(i.state = 'open', x.closed_at is null and m.closed_at is null) as open`
const SUBJECTS = `left join epics x on x.group_id = b.group_id and x.number = b.epic_number
  left join milestones m on m.group_id = b.group_id and m.id = b.milestone_id
  left join functional_teams f on f.group_id = b.group_id and f.id = b.team_id
  left join people a on a.id = b.about_id
  left join models o on o.group_id = b.group_id and o.id = b.model_id
  left join activities v on v.group_id = b.group_id and v.id = b.activity_id
  left join syncs s on s.group_id = b.group_id and s.id = b.sync_id`

/** A mention in the inbox `b`, told by the event `e`, that nobody has answered yet. */
const UNANSWERED_MENTION = `(b.kind = 'mention' and exists (select from mentions m where m.group_id = b.group_id
  and m.issue_number = b.issue_number and m.person_id = b.person_id and m.acknowledged_at is null
  and m.comment_id is not distinct from (e.data->>'comment')::int))`

/** Of an item that tells of a hand-over: the one that still waits for its owner. */
const OFFER = `(select h.id from hand_overs h where b.kind = 'hand_over' and b.done_at is null
  and h.group_id = b.group_id and h.issue_number = b.issue_number and h.to_id = b.person_id and h.outcome is null)`

/** What asks for an answer of the owner of the inbox and has none yet. */
export const UNANSWERED = `(${UNANSWERED_MENTION} or exists ${OFFER})`

/** Of a description only the line that names the person `name` counts: the rest is no word to them. */
export const namingLine = (description: string, name: string) =>
  `(select left(btrim(line), 240) from regexp_split_to_table(${description}, E'\\n') line
    where position('@' || lower(${name}) in lower(line)) > 0 limit 1)`

type Row = EventRow &
  Pick<InboxItem, 'kind' | 'acknowledged' | 'offer' | 'words' | 'done' | 'comment'> & {
    subjectKind: ToldKind
    title: string
    key: string
    open: boolean
    snoozedUntil: Date | null
  }

export async function listInbox(
  ctx: Ctx,
  { view = 'open', cursor }: InputOf<typeof list>,
): Promise<OutputOf<typeof list>> {
  const [quiet, waiting] = [await quietOf(ctx), await countInbox(ctx)]
  const below = cursor === undefined ? null : Number(cursor)
  const { rows } = await ctx.db.query<Row>({
    name: `inbox-of-${view}`,
    text: `select b.kind, b.event_number as number, b.issue_number as issue, b.done_at is not null as done,
        b.snoozed_until as "snoozedUntil", e.type, e.at, e.data, p.handle as actor, coalesce(p.name, 'Saydo') as "actorName",
        ${SUBJECT}, i.title as "issueTitle", false as hidden,
        case when b.kind = 'mention' then not ${UNANSWERED_MENTION} end as acknowledged, ${OFFER} as offer,
        c.id as comment, coalesce(left(c.body, 240), case when b.kind = 'hand_over' then left(e.data->>'context', 240) end,
          case when b.kind = 'mention' and (e.type in ('issue.created', 'issue.edited')
            or e.type = 'issue.mention_reminded' and e.data->>'comment' is null)
          then ${namingLine('i.description', '$5')} end) as words
      ${FROM.replace(
        'where',
        `join events e on e.group_id = b.group_id and e.number = b.event_number
        left join comments c on e.type in ('issue.commented', 'issue.comment_edited', 'issue.mention_reminded')
          and c.group_id = e.group_id and c.id = (e.data->>'comment')::int
        left join people p on p.id = e.actor_id ${SUBJECTS} where`,
      )} and ${VIEWS[view]} and ($6::bigint is null or b.event_number < $6)
      order by b.event_number desc limit ${PAGE + 1}`,
    values: [
      ctx.group.id,
      ctx.actor.id,
      may(ctx.actor, 'see.confidential'),
      quiet.before,
      ctx.actor.handle,
      Number.isSafeInteger(below) ? below : null,
    ],
  })
  const next = rows.length > PAGE ? String(rows[PAGE - 1]?.number) : null
  return { items: rows.slice(0, PAGE).map((row) => itemOf(ctx.group.slug, row)), next, ...waiting }
}

function itemOf(group: string, row: Row): InboxItem {
  const { subjectKind: kind, key, title, open } = row
  // safe because the database holds only what `record` wrote, whose types are those of the law
  const event = { type: row.type, data: row.data } as AnyEvent
  const { sentence, at, actor, actorName } = entryOf(row, true)
  return {
    event: row.number,
    kind: row.kind,
    subject: { kind, key, title, open },
    issue: row.issue,
    link: inboxPage({ ...event, number: row.number }, kind, { group, key }),
    sentence,
    actor,
    actorName,
    at,
    done: row.done,
    snoozedUntil: row.snoozedUntil?.toISOString() ?? null,
    acknowledged: row.acknowledged,
    offer: row.offer,
    words: row.words,
    comment: row.comment,
  }
}

export async function countInbox(ctx: Ctx): Promise<OutputOf<typeof count>> {
  const quiet = await quietOf(ctx)
  const { rows } = await ctx.db.query<{ count: number }>({
    name: 'inbox-count',
    text: `select count(*)::int as count ${FROM} and ${VIEWS.open}`,
    values: [ctx.group.id, ctx.actor.id, may(ctx.actor, 'see.confidential'), quiet.before],
  })
  return { count: rows[0]?.count ?? 0, quietUntil: quiet.until?.toISOString() ?? null }
}

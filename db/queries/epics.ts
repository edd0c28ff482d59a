import type { InputOf, OutputOf } from '#lib/contract/endpoint.ts'
import type {
  Epic,
  EpicLine,
  followEpics as follow,
  listEpics as list,
  readEpic as read,
  readJournal as page,
} from '#lib/contract/epics.ts'
import { may } from '#lib/domain/permissions.ts'
import { epicSubject } from '#lib/domain/subjects.ts'
import { notFound } from '#lib/kit/failure.ts'
import type { Ctx } from '../context.ts'
import { epicByNumber } from './facts.ts'
import { handOversOf } from './hand-overs.ts'
import { EVENT_COLUMNS, type EventRow, seenBy, visibleRow } from './event-rows.ts'
import { entryOf } from './events.ts'
import { UNWEIGHTED } from './finding-sql.ts'
import { WEIGHT } from './issue-sql.ts'

export async function listEpics(ctx: Ctx): Promise<OutputOf<typeof list>> {
  const { rows } = await ctx.db.query<OutputOf<typeof list>['items'][number]>({
    name: 'epics',
    text: `select number, title, closed_at is not null as closed from epics where group_id = $1 order by title collate by_language, number`,
    values: [ctx.group.id],
  })
  return { items: rows }
}

type Row = Omit<EpicLine, 'progress' | 'createdAt' | 'closedAt'> &
  EpicLine['progress'] & { createdAt: Date; closedAt: Date | null; description: string; version: number }

/** Progress is the group's for every reader, and says how much of it they may not see. */
const EPICS = `select e.number, e.title, e.description, e.version, e.closed_at is not null as closed,
    p.handle as "techLead", e.created_at as "createdAt", e.closed_at as "closedAt",
    coalesce(s.total, 0)::int as total, coalesce(s.open, 0)::int as open, coalesce(s.done, 0)::int as done,
    coalesce(s.total - s.open - s.done, 0)::int as dropped, coalesce(s.weight, 0)::int as weight,
    coalesce(s.weight_done, 0)::int as "weightDone", coalesce(s.unweighted, 0)::int as unweighted,
    coalesce(s.not_shown, 0)::int as "notShown"
  from epics e left join people p on p.id = e.tech_lead_id
  left join (
    select i.epic_number, count(*) as total, count(*) filter (where i.state = 'open') as open,
      count(*) filter (where i.close_reason = 'done') as done,
      sum(${WEIGHT}) filter (where i.state = 'open' or i.close_reason = 'done') as weight,
      sum(${WEIGHT}) filter (where i.close_reason = 'done') as weight_done,
      count(*) filter (where ${UNWEIGHTED}) as unweighted,
      count(*) filter (where i.confidential and not $2) as not_shown
    from issues i where i.group_id = $1 and i.kind = 'issue' and i.epic_number is not null group by i.epic_number
  ) s on s.epic_number = e.number`

const lineOf = (row: Row): EpicLine => ({
  number: row.number,
  title: row.title,
  closed: row.closed,
  techLead: row.techLead,
  createdAt: row.createdAt.toISOString(),
  closedAt: row.closedAt?.toISOString() ?? null,
  progress: {
    total: row.total,
    open: row.open,
    done: row.done,
    dropped: row.dropped,
    weight: row.weight,
    weightDone: row.weightDone,
    unweighted: row.unweighted,
    notShown: row.notShown,
  },
})

/** Open ones first, each part the newest first. */
export async function followEpics(ctx: Ctx): Promise<OutputOf<typeof follow>> {
  const { rows } = await ctx.db.query<Row>({
    name: 'epics-followed',
    text: `${EPICS} where e.group_id = $1 order by e.closed_at desc nulls first, e.number desc`,
    values: [ctx.group.id, may(ctx.actor, 'see.confidential')],
  })
  return { items: rows.map(lineOf) }
}

const JOURNAL = 50

export async function readEpic(ctx: Ctx, { epic }: InputOf<typeof read>): Promise<Epic> {
  const [{ rows }, journal, author, handOvers] = await Promise.all([
    ctx.db.query<Row>({
      name: 'read-epic',
      text: `${EPICS} where e.group_id = $1 and e.number = $3`,
      values: [ctx.group.id, may(ctx.actor, 'see.confidential'), epic],
    }),
    journalOf(ctx, { epic }),
    authorOf(ctx, epic),
    handOversOf(ctx, epicSubject(epic)),
  ])
  const [row] = rows
  if (!row) throw notFound(`Epic &${epic}`)
  const offeredTo = handOvers.find(({ outcome }) => outcome === null)?.to ?? null
  const { description, version } = row
  return { ...lineOf(row), description, version, author, offeredTo, handOvers, journal }
}

async function authorOf(ctx: Ctx, epic: number): Promise<string | null> {
  const { rows } = await ctx.db.query<{ handle: string }>({
    name: 'epic-author',
    text: `select p.handle from events e join people p on p.id = e.actor_id
      where e.group_id = $1 and e.subject_kind = 'epic' and e.subject_key = $2 and e.type = 'epic.created' limit 1`,
    values: [ctx.group.id, String(epic)],
  })
  return rows[0]?.handle ?? null
}

/** @throws not_found for an epic that does not exist */
export async function readJournal(ctx: Ctx, input: InputOf<typeof page>): Promise<Epic['journal']> {
  await epicByNumber(ctx, input.epic)
  return journalOf(ctx, input)
}

/** Scope changes are journalled: who added or removed what, when; and what became of the epic itself. */
async function journalOf(
  ctx: Ctx,
  { epic, cursor, limit = JOURNAL }: Omit<InputOf<typeof page>, 'group'>,
): Promise<Epic['journal']> {
  const visibility = may(ctx.actor, 'see.confidential')
  const { rows } = await ctx.db.query<EventRow>({
    name: 'epic-journal',
    text: `${EVENT_COLUMNS} where e.group_id = $1
        and (e.type = 'issue.epic_set' and e.data->'from'->>'id' = $2
          or e.type = 'issue.epic_set' and e.data->'to'->>'id' = $2
          or e.type = 'issue.created' and e.data->'epic'->>'id' = $2
          or e.subject_kind = 'epic' and e.subject_key = $2)
        and ${seenBy('$3')} and ($4::bigint is null or e.number < $4)
      order by e.number desc limit $5`,
    values: [ctx.group.id, String(epic), visibility, cursor === undefined ? null : Number(cursor), limit + 1],
  })
  const shown = rows.slice(0, limit)
  return {
    items: shown.map((row) => entryOf(visibleRow(row, visibility), true)),
    next: rows.length > limit ? String(shown.at(-1)?.number) : null,
  }
}

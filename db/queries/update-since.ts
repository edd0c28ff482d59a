import type { MySubject } from '#lib/contract/updates.ts'
import type { Confidence } from '#lib/domain/confidence.ts'
import { may } from '#lib/domain/permissions.ts'
import { type NumberedSubject, subjectSlug } from '#lib/domain/subjects.ts'
import {
  epicFactsSince,
  type EpicSince,
  issueFactsSince,
  type IssueSince,
  proposalOf,
  textsOf,
} from '#lib/domain/updates/since.ts'
import type { State } from '#lib/domain/workflow.ts'
import type { IsoWeek } from '#lib/kit/iso-week.ts'
import { dayIn } from '#lib/kit/zone.ts'
import type { Ctx } from '../context.ts'
import { WEIGHT } from './issue-sql.ts'

type Last = { subject: string; week: IsoWeek; confidence: Confidence; before: Confidence | null; at: Date }

/** The latest update of each subject before a week, with the confidence of the one before that. */
export async function lastBefore(
  ctx: Ctx,
  subjects: readonly NumberedSubject[],
  week: IsoWeek,
): Promise<ReadonlyMap<string, Last>> {
  const { rows } = await ctx.db.query<Last>({
    name: 'last-updates-before',
    text: `select s.kind || '-' || s.ref as subject, u.week, u.confidence, u.posted_at as at,
        (select o.confidence from status_updates o where o.group_id = $1 and o.subject_kind = s.kind
          and o.subject_number = s.ref and o.week < u.week order by o.week desc limit 1) as before
      from unnest($2::text[], $3::int[]) as s (kind, ref)
        cross join lateral (select x.week, x.confidence, x.posted_at from status_updates x where x.group_id = $1
          and x.subject_kind = s.kind and x.subject_number = s.ref and x.week < $4 order by x.week desc limit 1) u`,
    values: [ctx.group.id, subjects.map(({ kind }) => kind), subjects.map(({ ref }) => ref), week],
  })
  return new Map(rows.map((row) => [row.subject, row]))
}

type Asked = NumberedSubject & { since: Date }
/** What stands on the card of a subject beside its texts. */
export type Happened = Pick<MySubject, 'since' | 'proposed' | 'issues' | 'blockedSince' | 'state'>

/** What the record knows of subjects since a moment of each. */
export async function happenedSince(
  ctx: Ctx,
  asked: readonly Asked[],
): Promise<ReadonlyMap<string, Happened>> {
  const of = (kind: NumberedSubject['kind']) => asked.filter((one) => one.kind === kind)
  const [issues, epics] = await Promise.all([issuesSince(ctx, of('issue')), epicsSince(ctx, of('epic'))])
  return new Map([...issues, ...epics])
}

type IssueRow = {
  ref: number
  since: Date
  state: State | null
  stateSince: Date | null
  blockedSince: Date | null
  blockedFrom: string | null
  comments: number
  weight: number | null
  weightThen: number | null
}

async function issuesSince(ctx: Ctx, asked: readonly Asked[]): Promise<[string, Happened][]> {
  if (asked.length === 0) return []
  const { rows } = await ctx.db.query<IssueRow>({
    name: 'issues-since-update',
    text: `select s.ref, s.since, k.state, k.added_at as "stateSince", b.since_at as "blockedSince", b.from_whom as "blockedFrom",
        (select count(*)::int from comments c where c.group_id = $1 and c.issue_number = s.ref and c.created_at >= s.since) as comments,
        i.weight, coalesce(w.weight, case when w.number is null then i.weight end) as "weightThen"
      from unnest($2::int[], $3::timestamptz[]) as s (ref, since)
        join issues i on i.group_id = $1 and i.number = s.ref
        left join lateral (select substr(l.meaning, 10) as state, x.added_at from issue_labels x
          join labels l on l.group_id = x.group_id and l.id = x.label_id and l.meaning like 'workflow.%'
          where x.group_id = $1 and x.issue_number = s.ref order by l.id limit 1) k on true
        left join lateral (select x.since_at, x.from_whom from blocks x
          where x.group_id = $1 and x.issue_number = s.ref and x.until_at is null limit 1) b on true
        left join lateral (select e.number, (e.data->>'from')::int as weight from events e
          where e.group_id = $1 and e.issue_number = s.ref and e.type = 'issue.weighed' and e.happened_at >= s.since
          order by e.number limit 1) w on true`,
    values: [ctx.group.id, asked.map(({ ref }) => ref), asked.map(({ since }) => since)],
  })
  return rows.map((row) => [subjectSlug({ kind: 'issue', ref: row.ref }), issueHappened(ctx, row)])
}

function issueHappened(ctx: Ctx, row: IssueRow): Happened {
  const day = (at: Date) => dayIn(ctx.group.zone, at)
  const facts: IssueSince = {
    moved:
      row.state && row.stateSince && row.stateSince >= row.since
        ? { to: row.state, on: day(row.stateSince) }
        : null,
    blocked:
      row.blockedSince && row.blockedSince >= row.since
        ? { from: row.blockedFrom ?? '', on: day(row.blockedSince) }
        : null,
    comments: row.comments,
    weight: { from: row.weightThen, to: row.weight },
  }
  const told = issueFactsSince(facts)
  return {
    since: { on: day(row.since), facts: textsOf(told) },
    proposed: proposalOf(told),
    issues: null,
    state: row.state,
    blockedSince: row.blockedSince && day(row.blockedSince),
  }
}

type EpicRow = EpicSince & { ref: number; since: Date; closedInAll: number; total: number }

/** Of the issues that the reader may see; sums are the epic’s. */
async function epicsSince(ctx: Ctx, asked: readonly Asked[]): Promise<[string, Happened][]> {
  if (asked.length === 0) return []
  const { rows } = await ctx.db.query<EpicRow>({
    name: 'epics-since-update',
    text: `select s.ref, s.since, coalesce(t.closed, 0)::int as closed, coalesce(t.added, '{}') as added, r.removed,
        coalesce(t.closed_in_all, 0)::int as "closedInAll", coalesce(t.total, 0)::int as total,
        jsonb_build_object('done', coalesce(t.done, 0), 'total', coalesce(t.weight, 0)) as weight
      from unnest($2::int[], $3::timestamptz[]) as s (ref, since)
        left join lateral (select count(*) as total, count(*) filter (where i.state = 'closed') as closed_in_all,
            count(*) filter (where i.closed_at >= s.since and ($4 or not i.confidential)) as closed,
            sum(${WEIGHT}) filter (where i.state = 'closed') as done, sum(${WEIGHT}) as weight,
            array_agg(i.number order by i.number) filter (where ($4 or not i.confidential) and (i.created_at >= s.since or exists (
              select from events e where e.group_id = $1 and e.issue_number = i.number and e.type = 'issue.epic_set'
                and e.happened_at >= s.since and e.data->'to'->>'id' = s.ref::text))) as added
          from issues i where i.group_id = $1 and i.epic_number = s.ref and i.kind = 'issue') t on true
        cross join lateral (select count(distinct e.issue_number)::int as removed from events e
          join issues i on i.group_id = e.group_id and i.number = e.issue_number
          where e.group_id = $1 and e.type = 'issue.epic_set' and e.data->'from'->>'id' = s.ref::text
            and e.happened_at >= s.since and i.epic_number is distinct from s.ref and ($4 or not i.confidential)) r`,
    values: [
      ctx.group.id,
      asked.map(({ ref }) => ref),
      asked.map(({ since }) => since),
      may(ctx.actor, 'see.confidential'),
    ],
  })
  return rows.map((row) => {
    const told = epicFactsSince(row)
    const happened: Happened = {
      since: { on: dayIn(ctx.group.zone, row.since), facts: textsOf(told) },
      proposed: proposalOf(told),
      issues: { closed: row.closedInAll, total: row.total },
      state: null,
      blockedSince: null,
    }
    return [subjectSlug({ kind: 'epic', ref: row.ref }), happened]
  })
}

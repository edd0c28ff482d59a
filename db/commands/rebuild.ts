import { turnsBuildBoard, turnsBuildBoards } from '#lib/domain/closing/build-spans.ts'
import type { AnyEvent } from '#lib/domain/events.ts'
import type { Subject } from '#lib/domain/event-subjects.ts'
import { replay } from '#lib/domain/replay.ts'
import type { IssueState } from '#lib/domain/replay-state.ts'
import type { Bound } from '#lib/domain/undone-events.ts'
import type { Ctx } from '../context.ts'
import { bondsOf, ledgerOfSubject } from '../queries/ledger.ts'
import { rebuildPushBacks } from './push-backs/rebuild.ts'
import { rebuildBuild, rebuildBuildOf } from './rebuild-build.ts'

/**
 * After something was taken back: since when things are so, and how long they were, is what the ledger says it is, as if
 * it had never been otherwise. What they are, the inverse commands have written. `first` is the first event of the undoing.
 */
export async function rebuildSince(ctx: Ctx, first: number): Promise<void> {
  const { rows: touched } = await ctx.db.query<Subject>(
    `select distinct subject_kind as kind, subject_key as key from events
      where group_id = $1 and number >= $2 and subject_kind in ('issue', 'epic', 'milestone')`,
    [ctx.group.id, first],
  )
  const boards = await turnedSince(ctx, first)
  if (touched.length === 0 && !boards) return
  const bonds = await bondsOf(ctx.db, ctx.group.id)
  for (const subject of touched) await rebuild(ctx, subject, bonds)
  if (boards === 'all') await rebuildBuild(ctx.db, ctx.group.id)
  else if (boards) await rebuildBuildOf(ctx.db, ctx.group.id, boards, bonds)
}

/** The issues whose stays on Build Boards may be others now: all of them where a label has another meaning; null for none. */
async function turnedSince(ctx: Ctx, first: number): Promise<number[] | 'all' | null> {
  const { rows } = await ctx.db.query<AnyEvent & { issue: number | null }>(
    `select type, data, issue_number as issue from events where group_id = $1 and number >= $2`,
    [ctx.group.id, first],
  )
  if (rows.some(turnsBuildBoards)) return 'all'
  const turned = rows.filter((event) => turnsBuildBoard(event) || event.type === 'issue.closed')
  return turned.length > 0 ? [...new Set(turned.flatMap(({ issue }) => issue ?? []))] : null
}

async function rebuild(ctx: Ctx, subject: Subject, bonds: readonly Bound[]): Promise<void> {
  const state = replay(await ledgerOfSubject(ctx.db, ctx.group.id, subject), { bonds })
  const key = Number(subject.key)
  const issue = state.issues.get(key)
  if (issue) await rebuildIssue(ctx, issue)
  await rebuildPushBacks(ctx, subject, state.pushBacks)
  const [closed, text] =
    subject.kind === 'epic'
      ? [state.epics.get(key), 'update epics set closed_at = $3 where group_id = $1 and number = $2']
      : [state.milestones.get(key), 'update milestones set closed_at = $3 where group_id = $1 and id = $2']
  if (closed) await ctx.db.query(text, [ctx.group.id, key, closed.closedAt])
}

async function rebuildIssue(ctx: Ctx, issue: IssueState): Promise<void> {
  const key = [ctx.group.id, issue.number]
  await ctx.db.query('update issues set closed_at = $3 where group_id = $1 and number = $2', [
    ...key,
    issue.closedAt,
  ])
  await ctx.db.query(
    `update issue_labels l set added_at = held.since from unnest($3::int[], $4::timestamptz[]) held(id, since)
      where l.group_id = $1 and l.issue_number = $2 and l.label_id = held.id and l.added_at <> held.since`,
    [...key, [...issue.labels.keys()].map(Number), [...issue.labels.values()]],
  )
  await ctx.db.query(
    `update issue_assignees a set added_at = held.since from unnest($3::text[], $4::timestamptz[]) held(id, since)
      where a.group_id = $1 and a.issue_number = $2 and a.person_id = held.id and a.added_at <> held.since`,
    [...key, [...issue.assignees.keys()], [...issue.assignees.values()]],
  )
  await rebuildSpans(ctx, issue)
  await rebuildWaits(ctx, issue)
}

/** What is right already keeps its row. */
async function rebuildSpans(ctx: Ctx, { number, spans }: IssueState): Promise<void> {
  const recorded =
    'unnest($3::int[], $4::timestamptz[], $5::timestamptz[]) as recorded (label_id, from_at, to_at)'
  const values = [
    ctx.group.id,
    number,
    spans.map(({ label }) => Number(label)),
    spans.map(({ from }) => from),
    spans.map(({ to }) => to),
  ]
  await ctx.db.query(
    `delete from label_spans s where s.group_id = $1 and s.issue_number = $2
      and not exists (select from ${recorded} where (recorded.label_id, recorded.from_at, recorded.to_at) = (s.label_id, s.from_at, s.to_at))`,
    values,
  )
  await ctx.db.query(
    `insert into label_spans (group_id, issue_number, label_id, from_at, to_at)
      select $1, $2, recorded.* from ${recorded} where not exists (select from label_spans s where s.group_id = $1
        and s.issue_number = $2 and (recorded.label_id, recorded.from_at, recorded.to_at) = (s.label_id, s.from_at, s.to_at))`,
    values,
  )
}

async function rebuildWaits(ctx: Ctx, { number, waits }: IssueState): Promise<void> {
  const recorded = `jsonb_to_recordset($3) as recorded(need text, "from" text, since timestamptz, until timestamptz, by text)`
  const values = [ctx.group.id, number, JSON.stringify(waits)]
  await ctx.db.query(
    `delete from blocks b where b.group_id = $1 and b.issue_number = $2
      and not exists (select from ${recorded} where recorded.since = b.since_at)`,
    values,
  )
  await ctx.db.query(
    `update blocks b set need = recorded.need, from_whom = recorded."from", until_at = recorded.until from ${recorded}
      where b.group_id = $1 and b.issue_number = $2 and b.since_at = recorded.since`,
    values,
  )
  await ctx.db.query(
    `insert into blocks (group_id, issue_number, need, from_whom, since_at, until_at, by_id)
      select $1, $2, recorded.need, recorded."from", recorded.since, recorded.until, recorded.by from ${recorded}
        where not exists (select from blocks b
          where b.group_id = $1 and b.issue_number = $2 and b.since_at = recorded.since)`,
    values,
  )
}

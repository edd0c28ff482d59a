import type { BuildSpan } from '#lib/domain/closing/build-spans.ts'
import { replay } from '#lib/domain/replay.ts'
import type { Bound } from '#lib/domain/undone-events.ts'
import type { Connection } from '../context.ts'
import { bondsOf } from '../queries/ledger.ts'
import { askedEver, buildLedgerOfGroup, buildLedgerOfIssues } from '../queries/ledger-of-build.ts'

/** How many spans there are by the ledger, and how many rows were not as it tells them. */
export type Rebuilt = { spans: number; missing: number; wrong: number }

/** So many issues at a time: their histories are in memory together. */
const AT_ONCE = 5000

/**
 * Derives the spans of all issues of a group from its events once more, by the replay that defines them, and writes
 * what is not so: rows that are right stay.
 */
export async function rebuildBuild(db: Connection, group: number): Promise<Rebuilt> {
  const { rows } = await db.query<{ last: number }>(
    'select coalesce(max(number), 0) as last from issues where group_id = $1',
    [group],
  )
  const [bonds, house] = [await bondsOf(db, group), await buildLedgerOfGroup(db, group)]
  const labelIds = askedEver(house)
  const sum: Rebuilt = { spans: 0, missing: 0, wrong: 0 }
  for (let from = 1; from <= (rows[0]?.last ?? 0); from += AT_ONCE) {
    const bounds = { from, to: from + AT_ONCE - 1 }
    const events = await buildLedgerOfIssues(db, group, { ...bounds, labelIds })
    const spans = replay([...house, ...events], { bonds }).build.spans
    const { missing, wrong } = await writeSpans(db, group, bounds, [...spans.values()].flat())
    sum.spans += [...spans.values()].reduce((all, own) => all + own.length, 0)
    sum.missing += missing
    sum.wrong += wrong
  }
  await db.query('update group_counters set spans_known = true where group_id = $1 and not spans_known', [
    group,
  ])
  return sum
}

/** The same for some issues, after something of theirs was taken back. */
export async function rebuildBuildOf(
  db: Connection,
  group: number,
  refs: readonly number[],
  bonds: readonly Bound[],
): Promise<void> {
  const house = await buildLedgerOfGroup(db, group)
  const labelIds = askedEver(house)
  for (const ref of refs) {
    const bounds = { from: ref, to: ref }
    const events = await buildLedgerOfIssues(db, group, { ...bounds, labelIds })
    const spans = replay([...house, ...events], { bonds }).build.spans.get(ref)
    await writeSpans(db, group, bounds, spans ?? [])
  }
}

type Bounds = { from: number; to: number }

const ROW = 'issue_number, milestone_id, from_at, from_event, until_at, until_event'
const TOLD = `unnest($4::int[], $5::int[], $6::timestamptz[], $7::bigint[], $8::timestamptz[], $9::bigint[]) as told (${ROW})`
const SAME = `told.issue_number = s.issue_number and told.from_event = s.from_event and told.milestone_id = s.milestone_id
  and told.from_at = s.from_at and told.until_at is not distinct from s.until_at and told.until_event is not distinct from s.until_event`

async function writeSpans(
  db: Connection,
  group: number,
  { from, to }: Bounds,
  spans: readonly BuildSpan[],
): Promise<Omit<Rebuilt, 'spans'>> {
  const values = [
    group,
    from,
    to,
    spans.map(({ issue }) => issue),
    spans.map(({ milestone }) => Number(milestone)),
    spans.map((span) => span.from.at),
    spans.map((span) => span.from.event),
    spans.map(({ until }) => until?.at ?? null),
    spans.map(({ until }) => until?.event ?? null),
  ]
  const gone = await db.query(
    `delete from build_spans s where s.group_id = $1 and s.issue_number between $2 and $3
      and not exists (select from ${TOLD} where ${SAME})`,
    values,
  )
  const made = await db.query(
    `insert into build_spans (group_id, ${ROW}) select $1, told.* from ${TOLD}
      where $2 <= told.issue_number and told.issue_number <= $3
        and not exists (select from build_spans s where s.group_id = $1 and ${SAME})`,
    values,
  )
  return { missing: made.rowCount ?? 0, wrong: gone.rowCount ?? 0 }
}

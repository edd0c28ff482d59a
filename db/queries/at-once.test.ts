import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { QUIET_DAYS } from '#lib/domain/quiet.ts'
import { stateTitle, STATES } from '#lib/domain/workflow.ts'
import { dayIn } from '#lib/kit/zone.ts'
import { labelIssue } from '../commands/issues/labels.ts'
import type { Ctx } from '../context.ts'
import { beginHistory, histories, live } from '../testing/random-history.ts'
import { anIssue, inWorld, type World } from '../testing/world.ts'
import { activeSubjects } from './active-subjects.ts'
import { readDrift } from './drift.ts'
import { ACTIVE, lastUpdateSql, lastUpdatesSql } from './finding-sql.ts'
import { entriesOf } from './issue-lists.ts'
import { holdsMeaning, WEIGHT, WORKFLOW } from './issue-sql.ts'
import { timeboxes, todayOf } from './milestones.ts'
import { readWeek } from './week.ts'

// What is read of many issues at once says the same as the statement that looks at each of them by itself.

const DAY_MS = 86_400_000
const PEOPLE = ['mohamed', 'julie', 'jordan', 'newick', 'cindy']
const after = (ctx: Ctx, days: number): Ctx => ({ ...ctx, now: new Date(ctx.now.getTime() + days * DAY_MS) })

type Row = { ref: number; state: string; updatedOn: string | null; quiet: number | null; committed: number }

/** Each issue by statements about one issue; `quiet` where its DRI owes an update. */
async function eachIn(ctx: Ctx): Promise<Row[]> {
  const current = Number((await timeboxes(ctx)).current?.id ?? 0)
  const { rows } = await ctx.db.query<Row>(
    `select i.number as ref, ${WORKFLOW} as state, ${lastUpdateSql('$2')} as "updatedOn",
        case when i.state = 'open' and i.milestone_id = $3 and ${WORKFLOW} = any(${ACTIVE})
          and i.dri_id in (select person_id from group_roles where group_id = i.group_id)
          then $4::date - greatest(${lastUpdateSql('$2')}, (select (d.from_at at time zone $2)::date from dri_assignments d
            where d.group_id = i.group_id and d.issue_number = i.number and d.to_at is null)) end as quiet,
        case when i.milestone_id = $3 and ${holdsMeaning('deliverable')} then ${WEIGHT} else 0 end as committed
      from issues i where i.group_id = $1 and i.kind = 'issue' order by i.number`,
    [ctx.group.id, ctx.group.zone, current, todayOf(ctx)],
  )
  return rows
}

async function lastUpdates(ctx: Ctx): Promise<Map<number, string>> {
  const { rows } = await ctx.db.query<{ number: number; at: Date }>(
    `with asked as materialized (select number, dri_id from issues where group_id = $1 and kind = 'issue')
      ${lastUpdatesSql('asked')}`,
    [ctx.group.id],
  )
  return new Map(rows.map(({ number, at }) => [number, dayIn(ctx.group.zone, at)]))
}

async function compare(ctx: Ctx, { as }: World) {
  const each = await eachIn(ctx)
  const updates = await lastUpdates(ctx)
  expect(each.map(({ ref }) => updates.get(ref) ?? null)).toEqual(each.map(({ updatedOn }) => updatedOn))
  for (const state of STATES) {
    const found = await entriesOf(ctx, { filter: `workflow:${state}` })
    const refs = found.map(({ ref }) => ref).toSorted((a, b) => a - b)
    expect(refs).toEqual(each.filter((one) => one.state === state).map(({ ref }) => ref))
  }
  const all = await activeSubjects(ctx)
  for (const handle of PEOPLE) {
    const { id } = (await as(handle)).actor
    expect(await activeSubjects(ctx, undefined, id)).toEqual(all.filter(({ dri }) => dri.id === id))
  }
  const { lead } = await readWeek(ctx)
  if (lead?.milestone)
    expect(lead.milestone.committed).toBe(each.reduce((sum, { committed }) => sum + committed, 0))
  const quiet = each.flatMap((one) => (one.quiet !== null && one.quiet >= QUIET_DAYS ? [one] : []))
  const { items } = await readDrift(ctx)
  const told = items.flatMap(({ kind, ref, drift }) =>
    kind === 'issue' && drift.kind === 'no_update' ? [[ref, drift.because]] : [],
  )
  expect(told.toSorted(([a], [b]) => Number(a) - Number(b))).toEqual(
    quiet.map((one) => [one.ref, `No update for ${one.quiet} days.`]),
  )
  return { active: all.length, quiet: quiet.length }
}

test('in any history each issue is told of as the statement about it alone would tell', async () => {
  let [active, quiet] = [0, 0]
  await fc.assert(
    fc.asyncProperty(histories(9 * 3_600_000, { minLength: 25, maxLength: 35 }), (history) =>
      inWorld(async (world, parts) => {
        const begun = await beginHistory(world, history)
        const labels = ['group::custom models', 'type::bug', 'workflow::in dev', 'Deliverable']
        for (const dri of ['julie', 'cindy']) await anIssue(begun, { labels, dri })
        await anIssue(begun, { labels: labels.slice(0, 3), dri: null })
        const ctx = await live(begun, parts, history)
        for (const one of [ctx, after(ctx, QUIET_DAYS + 1)]) {
          const seen = await compare(one, parts)
          active += seen.active
          quiet += seen.quiet
        }
      }),
    ),
    { numRuns: 8 },
  )
  expect(active).toBeGreaterThan(0)
  expect(quiet).toBeGreaterThan(0)
})

test('of two labels that mean a state the older one counts, in lists of that state too', () =>
  inWorld(async (ctx, parts) => {
    const ref = await anIssue(ctx, { labels: [`workflow::${stateTitle('in-dev')}`] })
    await labelIssue(ctx, { group: ctx.group.slug, ref, add: ['workflow::in review'] })
    await ctx.db.query(
      `insert into issue_labels (group_id, issue_number, label_id, scope_key, beside, added_at)
        select $1, $2, id, 'workflow', id, $3 from labels where group_id = $1 and meaning = 'workflow.in-dev'`,
      [ctx.group.id, ref, ctx.now],
    )
    await compare(ctx, parts)
    expect(await entriesOf(ctx, { filter: 'workflow:in-review' })).toEqual([])
  }))

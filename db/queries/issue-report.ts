import type { OutputOf } from '#lib/contract/endpoint.ts'
import type { reportIssues as endpoint } from '#lib/contract/issue-lists.ts'
import type { Week } from '#lib/contract/week.ts'
import { FINDING_CODES, FINDINGS, type FindingCode } from '#lib/domain/findings.ts'
import type { LabelFact } from '#lib/domain/labels.ts'
import { lintIssue, sentenceOf } from '#lib/domain/lint.ts'
import { may } from '#lib/domain/permissions.ts'
import { TREND_WEEKS } from '#lib/domain/trend.ts'
import { addDays, type PlainDate } from '#lib/kit/plain-date.ts'
import type { Ctx } from '../context.ts'
import { keptAlike } from './issues-alike.ts'
import { keptUntilChange } from './kept.ts'
import { todayOf } from './milestones.ts'

type Report = OutputOf<typeof endpoint>

/** The issues in which a rule finds the same. */
type Found = { code: FindingCode; because: string; refs: number[] }

/**
 * Handbook › Issue Milestones: what "the issue triage report highlights", in all open issues that the reader may see.
 *
 * @param newest the group's last event, for what may be kept of an earlier reading; null where nothing may
 */
export async function reportIssues(ctx: Ctx, newest: number | null = null): Promise<Report> {
  const [{ open, found }, weekly, notShown, trends] = await Promise.all([
    findIn(ctx, newest),
    postsUpdates(ctx),
    notShownTo(ctx),
    trendsOf(ctx),
  ])
  const titles = await titlesOf(ctx, refsIn(found))
  const byCode = Map.groupBy(found, ({ code }) => code)
  return {
    open,
    issues: titles.size,
    notShown,
    today: todayOf(ctx),
    weekly,
    findings: FINDING_CODES.flatMap((code) => {
      const issues = (byCode.get(code) ?? []).flatMap(({ because, refs }) =>
        refs.flatMap((ref) => {
          const title = titles.get(ref)
          return title === undefined ? [] : [{ ref, title, because }]
        }),
      )
      if (issues.length === 0) return []
      // The newest first, as lists begin.
      issues.sort((a, b) => b.ref - a.ref)
      const { name } = FINDINGS[code]
      return [{ code, name, sentence: sentenceOf(code), issues, trend: trends.get(name) ?? [] }]
    }),
  }
}

async function postsUpdates(ctx: Ctx): Promise<boolean> {
  const { rows } = await ctx.db.query<{ weekly: boolean }>({
    name: 'posts-updates',
    text: 'select exists (select from status_updates where group_id = $1) as weekly',
    values: [ctx.group.id],
  })
  return rows[0]?.weekly ?? false
}

/** The report as it stands after the group's event `newest`, made once for all who see the same. */
export const keptReport = keptUntilChange((ctx, _: void, newest) => reportIssues(ctx, newest))

type Counts = Pick<NonNullable<Week['lead']>, 'open' | 'toFix' | 'findings'>

/** The same in numbers: how many issues are open, in how many of them something is found, and what how often. */
export async function countFindings(ctx: Ctx, newest: number | null = null): Promise<Counts> {
  const { open, found } = await findIn(ctx, newest)
  const byCode = Map.groupBy(found, ({ code }) => code)
  const findings = FINDING_CODES.flatMap((code) => {
    const total = (byCode.get(code) ?? []).reduce((sum, { refs }) => sum + refs.length, 0)
    return total === 0 ? [] : [{ name: FINDINGS[code].name, total }]
  })
  return { open, toFix: refsIn(found).length, findings }
}

const refsIn = (found: readonly Found[]): number[] => [...new Set(found.flatMap(({ refs }) => refs))]

async function findIn(ctx: Ctx, newest: number | null): Promise<{ open: number; found: Found[] }> {
  const [alike, labels] = await Promise.all([keptAlike(ctx, newest), labelsOf(ctx)])
  const today = todayOf(ctx)
  const found = alike.flatMap(({ refs, labelIds, planned, ...facts }) => {
    const held = labelIds.split(',').flatMap((id) => labels.get(id) ?? [])
    const milestone = planned && { kind: planned }
    const findings = lintIssue({ ...facts, state: 'open', labels: held, milestone }, today)
    return findings.map(({ code, because }) => ({ code, because, refs }))
  })
  return { open: alike.reduce((sum, { refs }) => sum + refs.length, 0), found }
}

/** Read after the rules have looked: of an issue that went meanwhile there is no title, and nothing to fix. */
async function titlesOf(ctx: Ctx, refs: readonly number[]): Promise<ReadonlyMap<number, string>> {
  if (refs.length === 0) return new Map()
  const { rows } = await ctx.db.query<{ ref: number; title: string }>({
    name: 'issue-report-titles',
    text: `select i.number as ref, i.title from issues i
      where i.group_id = $1 and i.number = any($2::int[]) and ($3 or not i.confidential)`,
    values: [ctx.group.id, refs, may(ctx.actor, 'see.confidential')],
  })
  return new Map(rows.map(({ ref, title }) => [ref, title]))
}

type Counted = { finding: string; weekOn: PlainDate; issues: number }

/** By finding, how many issues it had when each of the last weeks began: of those that the reader may see. */
async function trendsOf(ctx: Ctx): Promise<ReadonlyMap<string, { weekOn: PlainDate; issues: number }[]>> {
  const { rows } = await ctx.db.query<Counted>({
    name: 'report-trends',
    text: `select finding, week_on as "weekOn", case when $3 then issues else issues - confidential end as issues
      from report_counts where group_id = $1 and week_on > $2 order by week_on`,
    values: [ctx.group.id, addDays(todayOf(ctx), -7 * TREND_WEEKS), may(ctx.actor, 'see.confidential')],
  })
  const trends = Map.groupBy(rows, ({ finding }) => finding)
  return new Map(
    [...trends].map(([finding, of]) => [finding, of.map(({ weekOn, issues }) => ({ weekOn, issues }))]),
  )
}

async function notShownTo(ctx: Ctx): Promise<number> {
  const { rows } = await ctx.db.query<{ count: number }>({
    name: 'issue-report-not-shown',
    text: `select count(*)::int as count from issues
      where group_id = $1 and kind = 'issue' and state = 'open' and confidential and not $2::boolean`,
    values: [ctx.group.id, may(ctx.actor, 'see.confidential')],
  })
  return rows[0]?.count ?? 0
}

/** All labels of the group, by id. */
export async function labelsOf(ctx: Ctx): Promise<ReadonlyMap<string, LabelFact>> {
  const { rows } = await ctx.db.query<LabelFact>({
    name: 'label-facts',
    text: 'select id::text, title, meaning from labels where group_id = $1',
    values: [ctx.group.id],
  })
  return new Map(rows.map((label) => [label.id, label]))
}

import type { Matchable } from '#lib/domain/condition-match.ts'
import { FINDINGS } from '#lib/domain/findings.ts'
import { lintIssue } from '#lib/domain/lint.ts'
import { saysSomething } from '#lib/domain/descriptions.ts'
import { dayIn } from '#lib/kit/zone.ts'
import { createEpic } from '../commands/epics.ts'
import { watchIssue } from '../commands/inbox.ts'
import { closeIssue } from '../commands/issues/close.ts'
import { editIssue } from '../commands/issues/edit.ts'
import { labelIssue } from '../commands/issues/labels.ts'
import { releaseIssue } from '../commands/issues/take.ts'
import { createLabel } from '../commands/labels.ts'
import { addLink } from '../commands/links.ts'
import type { Ctx } from '../context.ts'
import { record } from '../events/record.ts'
import { lookupsOf } from '../queries/lookups.ts'
import { rowsOf } from '../queries/issue-lists.ts'
import { readIssue } from '../queries/issues.ts'
import { listLinks } from '../queries/links.ts'
import { milestonesOf, todayOf } from '../queries/milestones.ts'
import { readWatching } from '../queries/watching.ts'
import { anIssue } from './world.ts'

const group = 'custom-models'

/** Issues that differ in everything that can be asked for. */
export async function aMixedWorld(ctx: Ctx): Promise<void> {
  const { number: epic } = await createEpic(ctx, { title: 'Health check' })
  await createLabel(ctx, { group, title: 'feature::addition' })
  await createLabel(ctx, { group, title: 'urgent', meaning: 'priority.4' })
  await createLabel(ctx, { group, title: 'at leisure', meaning: 'priority.1' })
  await createLabel(ctx, { group, title: 'browser::old' })
  await createLabel(ctx, { group, title: 'browser::new' })
  const base = ['group::custom models']
  const slow = await anIssue(ctx, {
    title: 'Slow LIST é',
    labels: [...base, 'type::bug'],
    dri: 'julie',
    weight: 0,
  })
  const sure = await anIssue(ctx, {
    title: '100% (sure)_',
    description: ' ',
    labels: ['feature::addition', 'spike'],
    milestone: null,
    weight: null,
  })
  const ofTeam = await anIssue(ctx, {
    labels: [...base, 'workflow::in dev'],
    epic,
    team: 'gateway-services',
    weight: 5,
  })
  const hidden = await anIssue(ctx, { labels: [], milestone: 'backlog', confidential: true, dri: 'mohamed' })
  const done = await anIssue(ctx, { labels: ['type::maintenance'], dri: 'cindy', epic, weight: null })
  await changeFacts(ctx, [slow, sure, ofTeam, hidden])
  await labelIssue(ctx, {
    group,
    ref: slow,
    add: ['workflow::blocked'],
    blocked: { need: 'A Key', from: 'Infra' },
  })
  await addLink(ctx, { group, ref: ofTeam, role: 'blocked_by', other: hidden })
  await addLink(ctx, { group, ref: sure, role: 'relates', other: slow })
  await addLink(ctx, { group, ref: done, role: 'duplicates', other: slow })
  await erode(ctx)
  await watchIssue(ctx, { group, ref: slow, watching: false })
  await closeIssue(ctx, { group, ref: done, reason: 'duplicate' })
}

/** A Deliverable that lost whoever had it, and its description. */
async function erode(ctx: Ctx): Promise<void> {
  const labels = ['group::custom models', 'type::bug', 'workflow::in review', 'Deliverable']
  const ref = await anIssue(ctx, { title: 'Worn down', labels, dri: 'mohamed' })
  await releaseIssue(ctx, { group, ref })
  await editIssue(ctx, { group, ref, version: 1, description: '## Steps' })
}

/** What no command would write: other days, nobody as the author, two labels that exclude each other. */
async function changeFacts(ctx: Ctx, issues: [number, number, number, number]): Promise<void> {
  const [slow, sure, ofTeam, hidden] = issues
  const changes: [number, string][] = [
    [slow, `health = 'at_risk', due_on = '2026-01-06', created_at = '2025-12-31T23:30:00Z'`],
    [sure, `health = 'on_track', due_on = '2026-02-01', updated_at = '2026-01-01T00:10:00Z'`],
    [sure, `spike_scope = 'x <!-- hint'`],
    [ofTeam, `author_id = null, created_at = '2026-01-06T12:00:00Z'`],
  ]
  for (const [number, change] of changes) {
    await ctx.db.query(`update issues set ${change} where number = $1`, [number])
  }
  await ctx.db.query(
    `insert into issue_assignees (group_id, issue_number, person_id, added_at)
      select 1, $1, id, now() from people where handle in ('julie', 'newick')`,
    [sure],
  )
  await ctx.db.query(
    `insert into issue_labels (group_id, issue_number, label_id, scope_key, added_at)
      select 1, case when title like 'browser%' then $2::int else $1 end, id, title, '2025-12-20T12:00:00Z' from labels
        where title in ('urgent', 'at leisure', 'browser::old', 'browser::new')`,
    [ofTeam, hidden],
  )
  await ctx.db.query(`update issue_labels set added_at = '2025-12-29T23:30:00Z' where issue_number = $1`, [
    ofTeam,
  ])
  await saySure(ctx, [slow, ofTeam, hidden])
  await record(ctx, { type: 'group.changed', data: { changed: [], from: {}, to: {} } })
}

/** Two weeks of one issue, of which the later counts; one about another milestone; and a confidential one. */
async function saySure(ctx: Ctx, [slow, ofTeam, hidden]: [number, number, number]): Promise<void> {
  const said: [number, string, string, string][] = [
    [slow, '2026-W01', 'very', 'i.milestone_id'],
    [slow, '2026-W02', 'not', 'i.milestone_id'],
    [
      ofTeam,
      '2026-W02',
      'very',
      `(select max(m.id) from milestones m where m.group_id = 1 and m.id <> i.milestone_id)`,
    ],
    [hidden, '2026-W02', 'slightly', 'i.milestone_id'],
  ]
  for (const [number, week, confidence, milestone] of said) {
    await ctx.db.query(
      `insert into status_updates (group_id, subject_kind, subject_number, week, author_id, progress, blockers, next, confidence,
          milestone_id, posted_at)
        select 1, 'issue', i.number, $2, (select id from people order by id limit 1), 'x', '', '', $3, ${milestone}, '2025-12-22T12:00:00Z' from issues i
          where i.group_id = 1 and i.number = $1`,
      [number, week, confidence],
    )
  }
}

/** All issues of the group that the reader may see, as the law looks at them. */
export async function matchables(ctx: Ctx): Promise<Matchable[]> {
  const { rows } = await ctx.db.query<{ number: number }>('select number from issues where group_id = 1')
  const [{ labels }, milestones] = [await lookupsOf(ctx), await milestonesOf(ctx)]
  const lines = await rowsOf(
    ctx,
    rows.map(({ number }) => number),
  )
  const day = (instant: string) => dayIn(ctx.group.zone, instant)
  const all: Matchable[] = []
  for (const row of lines) {
    const issue = await readIssue(ctx, { group, ref: row.ref })
    const held = row.labelIds.flatMap((id) => labels.find((label) => label.id === id) ?? [])
    const milestone = milestones.find(({ slug }) => slug === row.milestone) ?? null
    const described = saysSomething(issue.description)
    const taken = { driven: issue.dri !== null, assigned: issue.assignees.length > 0 }
    const facts = { ...issue, ...taken, labels: held, milestone, dueOn: issue.due, described }
    const found = lintIssue(facts, todayOf(ctx))
    const links = (await listLinks(ctx, { group, ref: row.ref })).items
    all.push({
      ...row,
      labels: held,
      createdOn: day(row.createdAt),
      updatedOn: day(row.updatedAt),
      closedOn: row.closedAt === null ? null : day(row.closedAt),
      description: issue.description,
      links: links.map(({ role, other }) => ({ role, to: other.ref, open: other.state === 'open' })),
      watched: (await readWatching(ctx, row.ref)).watching,
      findings: found.map(({ code }) => FINDINGS[code].name),
    })
  }
  return all
}

import type { EventData } from '#lib/domain/events.ts'
import type { PlainDate } from '#lib/kit/plain-date.ts'
import { authorise, type Ctx } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { record } from '../events/record.ts'

/**
 * Removes the sample world in one act: its issues and epics, and the milestones and labels that hold nothing else. What
 * people made themselves stays, and so do the events: the ledger is never shortened.
 */
export const removeSample = (ctx: Ctx) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'group.administer')
    const gone = async (text: string): Promise<number[]> =>
      (await ctx.db.query<{ gone: number }>(text, [ctx.group.id])).rows.map((row) => row.gone)
    const issues = await gone('delete from issues where group_id = $1 and sample returning number as gone')
    await ctx.db.query(`delete from comments where group_id = $1 and sample`, [ctx.group.id])
    const epics = await gone(
      `delete from epics e where group_id = $1 and sample
        and not exists (select from issues i where i.group_id = e.group_id and i.epic_number = e.number)
        returning number as gone`,
    )
    const shares = await gone(
      `delete from shares s where group_id = $1 and milestone_id in (select m.id from milestones m where ${UNUSED_MILESTONE})
        returning id as gone`,
    )
    const milestones = await gone(`delete from milestones m where ${UNUSED_MILESTONE} returning id as gone`)
    const labels = await gone(UNUSED_LABELS)
    const models = await gone(UNUSED_MODELS)
    const activities = await gone(
      'delete from activities where group_id = $1 and sample and share is null returning id as gone',
    )
    const timeOff = await gone('delete from time_off where group_id = $1 and sample returning id as gone')
    for (const table of ['labels', 'epics', 'milestones', 'models', 'activities']) {
      await ctx.db.query(`update ${table} set sample = false where group_id = $1 and sample`, [ctx.group.id])
    }
    const { rows: left } = await ctx.db.query<{ person: string }>(
      `delete from group_roles where group_id = $1 and person_id in (select id from people where sample)
        returning person_id as person`,
      [ctx.group.id],
    )
    const { rows: workingTimes } = await ctx.db.query<{ person: string; from: PlainDate }>(
      `delete from working_times where group_id = $1 and sample returning person_id as person, from_on as "from"`,
      [ctx.group.id],
    )
    const { rows: days } = await ctx.db.query<{ day: PlainDate }>(
      'delete from days_off where group_id = $1 and sample returning day',
      [ctx.group.id],
    )
    const capacity = await removeCapacity(ctx)
    const reportCounts = await removeRuns(ctx)
    const plan = await removePlan(ctx)
    const sandboxes = await gone('delete from sandboxes where group_id = $1 and sample returning id as gone')
    const pushBacks = await gone('delete from push_backs where group_id = $1 and sample returning id as gone')
    const retrospectives = (
      await ctx.db.query<{ month: string }>(
        'delete from retrospectives where group_id = $1 and sample returning month',
        [ctx.group.id],
      )
    ).rows.map(({ month }) => month)
    const syncs = await gone('delete from syncs where group_id = $1 and sample returning id as gone')
    const syncPoints = await gone(
      'delete from sync_points where group_id = $1 and sample returning id as gone',
    )
    const people = [...new Set(left.map(({ person }) => person))]
    await forgetInboxes(ctx, people)
    await dismissSamplePeople(ctx)
    const daysOff = days.map(({ day }) => day)
    const data = {
      issues,
      epics,
      milestones,
      labels,
      people,
      workingTimes,
      daysOff,
      timeOff,
      capacity,
      reportCounts,
      plan,
      models,
      sandboxes,
      shares,
      pushBacks,
      retrospectives,
      activities,
      syncs,
      syncPoints,
    }
    const event = await record(ctx, { type: 'sample.removed', data })
    return { removed: issues.length, event }
  })

/** What waited for people who left, what told others of them, and what they told others. */
async function forgetInboxes(ctx: Ctx, people: readonly string[]): Promise<void> {
  await ctx.db.query(
    `delete from inbox_items b using events e where b.group_id = $1 and e.group_id = b.group_id and e.number = b.event_number
      and (b.person_id = any($2::text[]) or b.about_id = any($2::text[]) or b.issue_number is null and e.actor_id = any($2::text[]))`,
    [ctx.group.id, people],
  )
}

/** What the clock did while the sample was there: it looks again at what is left. */
async function removeRuns(ctx: Ctx): Promise<PlainDate[]> {
  await ctx.db.query('delete from job_runs where group_id = $1 and sample', [ctx.group.id])
  const { rows } = await ctx.db.query<{ week: PlainDate }>(
    'delete from report_counts where group_id = $1 and sample returning week_on as week',
    [ctx.group.id],
  )
  return [...new Set(rows.map(({ week }) => week))]
}

type Capacity = NonNullable<EventData<'sample.removed'>['capacity']>

/** What was planned with the sample: triage duty, overrides, confirmations and lanes that people left as they were. */
async function removeCapacity(ctx: Ctx): Promise<Capacity> {
  const { rows: duties } = await ctx.db.query<Capacity['duties'][number]>(
    `delete from triage_duties where group_id = $1 and sample
      returning team_id::text as team, week_on as "weekOn"`,
    [ctx.group.id],
  )
  const { rows: overrides } = await ctx.db.query<Capacity['overrides'][number]>(
    `delete from capacity_overrides where group_id = $1 and sample
      returning milestone_id::text as milestone, person_id as person, team_id::text as team, week_on as "weekOn", term`,
    [ctx.group.id],
  )
  const { rows: confirmations } = await ctx.db.query<Capacity['confirmations'][number]>(
    `delete from capacity_confirmations where group_id = $1 and sample
      returning milestone_id as milestone, person_id as person`,
    [ctx.group.id],
  )
  const { rows: lanes } = await ctx.db.query<{ milestone: string }>(
    'delete from capacity_lanes where group_id = $1 and sample returning milestone_id::text as milestone',
    [ctx.group.id],
  )
  return {
    duties,
    overrides,
    confirmations,
    lanes: [...new Set(lanes.map(({ milestone }) => milestone))],
  }
}

/** Notes and sessions of the plans of the sample that people left as they were. */
async function removePlan(ctx: Ctx): Promise<NonNullable<EventData<'sample.removed'>['plan']>> {
  const { rows: notes } = await ctx.db.query<{ note: string }>(
    `delete from plan_notes where group_id = $1 and sample returning concat_ws(' ', milestone_id, step) as note`,
    [ctx.group.id],
  )
  const { rows: sessions } = await ctx.db.query<{ milestone: string }>(
    'delete from plan_sessions where group_id = $1 and sample returning milestone_id::text as milestone',
    [ctx.group.id],
  )
  return { notes: notes.map(({ note }) => note), sessions: sessions.map(({ milestone }) => milestone) }
}

/** Milestones that hold nothing of the group's own, and are no part of what is planned. */
const UNUSED_MILESTONE = `m.group_id = $1 and m.sample and m.closed_at is not null
  and not exists (select from issues i where i.group_id = m.group_id and i.milestone_id = m.id)
  and not exists (select from boards b where b.group_id = m.group_id and b.milestone_id = m.id)`

/** Labels that no issue and no board of the group's own has come to use. */
const UNUSED_LABELS = `delete from labels l where group_id = $1 and sample
  and not exists (select from issue_labels i where i.group_id = l.group_id and i.label_id = l.id)
  and not exists (select from board_labels b where b.group_id = l.group_id and b.label_id = l.id)
  and not exists (select from board_columns c where c.group_id = l.group_id and c.label_id = l.id)
  returning id as gone`

const UNUSED_MODELS = `delete from models m where group_id = $1 and sample
  and not exists (select from issues i where i.group_id = m.group_id and i.model_id = m.id) returning id as gone`

/** The accounts for trying things out go too, unless a person worked with them: then their work keeps its author. */
async function dismissSamplePeople(ctx: Ctx): Promise<void> {
  await ctx.db.query(
    `delete from people p where sample
      and not exists (select from group_roles where person_id = p.id)
      and not exists (select from memberships where person_id = p.id)
      and not exists (select from working_times where person_id = p.id)
      and not exists (select from comments where author_id = p.id)
      and not exists (select from issues where p.id in (author_id, dri_id))
      and not exists (select from issue_assignees where person_id = p.id)
      and not exists (select from dri_assignments where p.id in (person_id, by_id))
      and not exists (select from milestone_outcomes where dri_id = p.id)
      and not exists (select from hand_overs where p.id in (from_id, to_id, by_id, answered_by_id))
      and not exists (select from epics where tech_lead_id = p.id)
      and not exists (select from blocks where by_id = p.id)
      and not exists (select from mentions where p.id in (person_id, by_id))
      and not exists (select from comment_reactions where person_id = p.id)
      and not exists (select from models where p.id in (owner_id, waived_by_id))
      and not exists (select from model_answers where by_id = p.id)
      and not exists (select from readiness_questions where by_id = p.id)
      and not exists (select from sandboxes where p.id in (by_id, ended_by_id))
      and not exists (select from sandbox_changes where p.id in (person_id, by_id))
      and not exists (select from time_off where person_id = p.id)
      and not exists (select from triage_duties where person_id = p.id)
      and not exists (select from capacity_confirmations where person_id = p.id)
      and not exists (select from capacity_overrides where p.id in (person_id, by_id))
      and not exists (select from planning_templates where by_id = p.id)
      and not exists (select from planning_freezes where by_id = p.id)
      and not exists (select from plan_invitations where person_id = p.id)
      and not exists (select from plan_sessions where by_id = p.id)
      and not exists (select from plan_notes where by_id = p.id)
      and not exists (select from shares where by_id = p.id)
      and not exists (select from status_updates where author_id = p.id)
      and not exists (select from push_backs where p.id in (raised_by_id, decided_by_id))
      and not exists (select from hands where p.id in (person_id, helper_id, lowered_by_id))
      and not exists (select from retrospectives where p.id in (begun_by_id, opened_by_id, closed_by_id))
      and not exists (select from retrospective_points where p.id in (author_id, to_id))
      and not exists (select from retrospective_votes where person_id = p.id)
      and not exists (select from retrospective_actions where p.id in (owner_id, ended_by_id))
      and not exists (select from activities where owner_id = p.id)
      and not exists (select from occurrences where by_id = p.id)
      and not exists (select from calls where by_id = p.id)
      and not exists (select from call_people where person_id = p.id)
      and not exists (select from syncs where lead_id = p.id or p.id = any(attended))
      and not exists (select from sync_points where by_id = p.id)
      and not exists (select from sync_outcomes where p.id in (person_id, by_id))`,
  )
}

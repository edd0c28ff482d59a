import { PLANNING_STARTER, type PlanningTemplate } from '#lib/domain/planning-issue/planning-template.ts'
import { replay } from '#lib/domain/replay.ts'
import { linkKey } from '#lib/domain/replay-issues.ts'
import type { GroupState } from '#lib/domain/replay-state.ts'
import type { LinkKind } from '#lib/domain/links.ts'
import type { Db } from '../context.ts'
import { KEPT } from '../queries/fact-sql.ts'
import { MIX } from '../queries/groups.ts'
import { ledgerOf } from '../queries/ledger.ts'
import { compare, issueRow } from './replayed-issue.ts'
import { askRows, at } from './replayed-asks.ts'
import { RHYTHM_TABLES, rhythmRows } from './replayed-rhythm.ts'
import { MODEL_TABLES, modelRows, ownQuestions } from './replayed-models.ts'

/** What a group is, in a form in which two readings of it can be compared: lists in one order, instants as text. */
type GroupRows = Record<string, unknown>

/** A group as its ledger tells it, and as its tables have it. */
export async function rowsBothWays(db: Db, group: number): Promise<{ ledger: GroupRows; tables: GroupRows }> {
  const state = replay(await ledgerOf(db, group))
  return { ledger: rowsByLedger(state), tables: await rowsByTables(db, group) }
}

export function rowsByLedger(state: GroupState): GroupRows {
  return plain({
    facts: state.facts && {
      ...state.facts,
      channels: state.facts.channels.toSorted((a, b) => compare(a.name, b.name)),
    },
    issues: [...state.issues.values()].map(issueRow),
    links: [...state.links].toSorted(),
    epics: [...state.epics.values()],
    milestones: entries(state.milestones),
    outcomes: keyed(
      new Map(
        [...state.outcomes].map(([key, { team, dri, ...outcome }]) => [
          key,
          { ...outcome, team: team && Number(team.id), dri: dri && dri.id },
        ]),
      ),
    ),
    slips: keyed(
      new Map(
        [...state.slips].map(([key, { destination, ...slip }]) => [
          key,
          {
            ...slip,
            destination: destination && {
              kind: destination.kind,
              id: destination.milestone && Number(destination.milestone.id),
            },
          },
        ]),
      ),
    ),
    buildSpans: [...state.build.spans.values()]
      .flat()
      .toSorted((a, b) => a.issue - b.issue || a.from.event - b.from.event),
    labels: entries(state.labels),
    boards: entries(state.boards).map((board) => ({
      ...board,
      position: undefined,
      labels: board.labels.toSorted((a, b) => a - b),
      columns: board.columns.toSorted((a, b) => a.position - b.position),
    })),
    boardOrder: placed(state.boards),
    teams: unplaced(state.teams),
    teamOrder: placed(state.teams),
    areas: unplaced(state.areas),
    areaOrder: placed(state.areas, ({ team }) => team),
    boundaries: entries(state.boundaries),
    roles: [...state.roles]
      .flatMap(([person, roles]) => [...roles].map(([role, terms]) => ({ person, role, ...terms })))
      .toSorted((a, b) => compare(a.person + a.role, b.person + b.role)),
    memberships: entries(state.memberships),
    timeOff: entries(state.timeOff),
    workingTimes: [...state.workingTimes.values()].toSorted((a, b) =>
      compare(a.person + a.from, b.person + b.from),
    ),
    daysOff: [...state.daysOff]
      .map(([day, name]) => ({ day, name }))
      .toSorted((a, b) => compare(a.day, b.day)),
    confirmations: keyed(state.confirmations),
    overrides: keyed(state.overrides),
    lanes: keyed(
      new Map(
        [...state.lanes].flatMap(([milestone, lanes]) =>
          lanes.map(({ team, priority, weight }) => [`${milestone} ${team.id} ${priority}`, weight]),
        ),
      ),
    ),
    carryOvers: keyed(state.carryOvers),
    duties: keyed(state.duties),
    planning: entries(state.planning).map(({ id, priorities, posts, frozen, ...one }) => ({
      milestone: id,
      ...one,
      frozen: frozen && { ...frozen, by: frozen.by && frozen.by.id },
      // what is kept of teams is which they are
      priorities: priorities.map(({ teams, ...row }) => ({
        ...row,
        teams: teams.map(({ id }) => Number(id)),
      })),
      posts: [...posts].map(Number).toSorted((a, b) => a - b),
    })),
    planningTemplate: written([state.planningTemplate]),
    reportCounts: keyed(state.reportCounts),
    planNotes: keyed(state.planNotes),
    planSteps: keyed(state.planSteps),
    sessions: keyed(
      new Map(
        [...state.sessions].map(([milestone, { invited, ...session }]) => [
          milestone,
          { ...session, invited: keyed(invited) },
        ]),
      ),
    ),
    updates: entries(state.updates),
    ...modelRows(state),
    hands: entries(state.hands),
    ...rhythmRows(state),
    ...askRows(state),
    sandboxes: entries(state.sandboxes),
    sandboxChanges: entries(state.sandboxChanges),
  })
}

const keyed = <V>(map: ReadonlyMap<string, V>) =>
  [...map].toSorted(([a], [b]) => compare(a, b)).map(([key, value]) => ({ key, value }))

const entries = <V extends object>(map: ReadonlyMap<number, V>) =>
  [...map].toSorted(([a], [b]) => a - b).map(([id, value]) => ({ id, ...value }))

/** Without the numbers of their places, of which the order alone counts. */
const unplaced = <V extends { position: number }>(map: ReadonlyMap<number, V>) =>
  entries(map).map((value) => ({ ...value, position: undefined }))

/** Ids by their places, of one owner after the other. */
function placed<V extends { position: number }>(
  map: ReadonlyMap<number, V>,
  owner: (value: V) => number = () => 0,
): number[] {
  return [...map]
    .toSorted(([a, x], [b, y]) => owner(x) - owner(y) || x.position - y.position || a - b)
    .map(([id]) => id)
}

// safe because what was plain stays plain
const plain = (state: GroupRows): GroupRows => JSON.parse(JSON.stringify(state)) as GroupRows

type Link = { from: number; to: number; kind: LinkKind }
export async function rowsByTables(db: Db, group: number): Promise<GroupRows> {
  const tables: GroupRows = {}
  for (const [name, text] of Object.entries(TABLES)) {
    const { rows } = await db.query<{ row: unknown }>(`select to_jsonb(t) as row from (${text}) t`, [group])
    tables[name] = rows.map(({ row }) => row)
  }
  const { rows: links } = await db.query<Link>(
    'select from_number as from, to_number as to, kind from issue_links where group_id = $1',
    [group],
  )
  const [facts] = Array.isArray(tables['facts']) ? tables['facts'] : []
  return plain({
    ...tables,
    facts: facts ?? null,
    links: links.map(({ from, kind, to }) => linkKey(from, kind, to)).toSorted(),
    ...Object.fromEntries(ORDERS.map((name) => [name, ids(tables[name])])),
    planningTemplate: written(tables['planningTemplate']),
    readinessQuestions: ownQuestions(tables['readinessQuestions']),
  })
}

/** What a group wrote itself: the text with which it began, written again, is none. */
const written = (texts: unknown): unknown =>
  Array.isArray(texts)
    ? texts.filter(
        ({ title, body }: PlanningTemplate) =>
          title !== PLANNING_STARTER.title || body !== PLANNING_STARTER.body,
      )
    : texts

const ORDERS = ['boardOrder', 'teamOrder', 'areaOrder']
const ids = (rows: unknown): unknown =>
  Array.isArray(rows) ? rows.map((row: { id: number }) => row.id) : rows

const named = "jsonb_build_object('id', p.id, 'name', p.name)"
const own = 'x.group_id = i.group_id and x.issue_number = i.number'
const list = (value: string, from: string, order: string) =>
  `coalesce((select jsonb_agg(${value} order by ${order}) from ${from}), '[]')`

/** `$1` is the group. */
const TABLES: Record<string, string> = {
  facts: `select name, summary, vision, mission, channel, namespace, zone, days_per_weight as "daysPerWeight",
      focus_factor as "focusFactor", country, region, triage_share as "triageShare",
      refinement_day as "refinementDay", refinement_hour as "refinementHour",
      update_day as "updateDay", sync_day as "syncDay", sync_time as "syncTime", sync_minutes as "syncMinutes", ${MIX} as mix,
      ${list(`jsonb_build_object('name', c.name, 'purpose', c.purpose)`, 'group_channels c where c.group_id = g.id', 'c.name collate "C"')} as channels,
      ${list(`jsonb_build_object('activity', c.activity, 'frequency', c.frequency, 'owner', c.owner)`, 'group_cadence c where c.group_id = g.id', 'c.position')} as cadence
    from groups g where g.id = $1`,
  issues: `select number, kind, title, description, version, state, close_reason as "closeReason", ${at('closed_at')} as "closedAt",
      milestone_id::text as milestone, epic_number as epic, team_id::text as team, model_id::text as model, weight, dri_id as dri,
      (select h.to_id from hand_overs h where h.group_id = i.group_id and h.issue_number = i.number and h.outcome is null) as "offeredTo",
      ${KEPT}, spike_scope as "spikeScope",
      jsonb_build_object('group', rank, 'planning', plan_rank) as ranks, author_id as author, ${at('created_at')} as "createdAt",
      ${list(`jsonb_build_array(x.label_id, ${at('x.added_at')})`, `issue_labels x where ${own}`, 'x.label_id')} as labels,
      ${list(`jsonb_build_array(x.person_id, ${at('x.added_at')})`, `issue_assignees x where ${own}`, 'x.person_id collate "C"')} as assignees,
      ${list(`jsonb_build_array(x.label_id, ${at('x.from_at')}, ${at('x.to_at')})`, `label_spans x where ${own}`, 'x.label_id, x.from_at')} as spans,
      ${list(`jsonb_build_object('need', x.need, 'from', x.from_whom, 'since', ${at('x.since_at')}, 'until', ${at('x.until_at')}, 'by', x.by_id)`, `blocks x where ${own}`, 'x.since_at')} as waits,
      ${list(`jsonb_build_object('reason', x.reason, 'note', x.note, 'at', ${at('x.at')}, 'by', x.by_id)`, `unclaimed x where ${own} and x.removed_at is null`, 'x.id')} as unclaimed
    from issues i where group_id = $1 order by number`,
  epics: `select number, title, description, version, tech_lead_id as "techLead", ${at('closed_at')} as "closedAt",
      (select h.to_id from hand_overs h where h.group_id = e.group_id and h.epic_number = e.number and h.outcome is null) as "offeredTo"
    from epics e where group_id = $1 order by number`,
  milestones: `select id, title, start_on as "startOn", due_on as "dueOn", slug, shelf, ${at('closed_at')} as "closedAt",
      ${at('frozen_at')} as "frozenAt", goals, goals_version as "goalsVersion" from milestones where group_id = $1 order by id`,
  outcomes: `select concat_ws(' ', milestone_id, issue_number) collate "C" as key,
      jsonb_build_object('weight', weight, 'firstWeight', first_weight, 'team', team_id, 'dri', dri_id, 'type', work_type,
        'atStart', assigned_at_start, 'enteredAt', ${at('entered_at')}, 'onBoard', on_board, 'outcome', outcome,
        'frozenAt', ${at('frozen_at')}) as value
    from milestone_outcomes where group_id = $1 order by 1`,
  slips: `select concat_ws(' ', milestone_id, issue_number) collate "C" as key,
      jsonb_build_object('closedAt', ${at('closed_at')},
        'destination', case when destination_kind is not null then jsonb_build_object('kind', destination_kind, 'id', destination_id) end,
        'slip', case when slip_reason is not null then jsonb_build_object('reason', slip_reason, 'text', slip_text) end) as value
    from milestone_slips where group_id = $1 order by 1`,
  buildSpans: `select issue_number as issue, milestone_id::text as milestone,
      jsonb_build_object('at', ${at('from_at')}, 'event', from_event) as "from",
      case when until_event is not null then jsonb_build_object('at', ${at('until_at')}, 'event', until_event) end as "until"
    from build_spans where group_id = $1 order by issue_number, from_event`,
  labels: `select id, title, meaning, description, hue from labels where group_id = $1 order by id`,
  boards: `select id, slug, title, kind, milestone_rule as rule, milestone_id as "milestoneId",
      ${list('l.label_id', 'board_labels l where l.group_id = b.group_id and l.board_id = b.id', 'l.label_id')} as labels,
      ${list(`jsonb_build_object('id', c.id, 'labelId', c.label_id, 'position', c.position, 'wipCount', c.wip_count, 'wipWeight', c.wip_weight)`, 'board_columns c where c.group_id = b.group_id and c.board_id = b.id', 'c.position')} as columns
    from boards b where group_id = $1 order by id`,
  boardOrder: 'select id from boards where group_id = $1 order by position, id',
  teams: 'select id, slug, name, purpose, note from functional_teams where group_id = $1 order by id',
  teamOrder: 'select id from functional_teams where group_id = $1 order by position, id',
  areas: 'select id, team_id as team, name, description from scope_areas where group_id = $1 order by id',
  areaOrder: 'select id from scope_areas where group_id = $1 order by team_id, position, id',
  boundaries: `select id, area, owner, relationship, sentence, team_id as "teamId", owner_group_id as "ownerGroupId", position
    from boundaries where group_id = $1 order by id`,
  roles: `select person_id as person, role, acting, title from group_roles where group_id = $1
    order by (person_id || role) collate "C"`,
  memberships: `select id, person_id as person, team_id as team, kind, round(share * 100)::int as share, from_on as "from", to_on as "to"
    from memberships where group_id = $1 order by id`,
  timeOff: `select id, person_id as person, from_on as "fromOn", to_on as "toOn", from_noon as "fromNoon", until_noon as "untilNoon",
      details from time_off where group_id = $1 and removed_at is null order by id`,
  workingTimes: `select person_id as person, from_on as "from", country, region, week from working_times
    where group_id = $1 order by (person_id || from_on::text) collate "C"`,
  daysOff: 'select day, name from days_off where group_id = $1 order by day',
  confirmations: `select milestone_id || ' ' || person_id as key, ${at('confirmed_at')} as value
    from capacity_confirmations where group_id = $1 order by (milestone_id || ' ' || person_id) collate "C"`,
  overrides: `select concat_ws(' ', milestone_id, person_id, coalesce(team_id::text, ''), coalesce(week_on::text, ''), term) collate "C" as key,
      jsonb_build_object('value', value, 'reason', reason) as value
    from capacity_overrides where group_id = $1 order by 1`,
  lanes: `select concat_ws(' ', milestone_id, team_id, priority) collate "C" as key, weight as value
    from capacity_lanes where group_id = $1 order by 1`,
  carryOvers: `select concat_ws(' ', milestone_id, issue_number) collate "C" as key, weight as value
    from carry_over_weights where group_id = $1 order by 1`,
  planning: `select milestone_id as milestone, issue_number as issue, coalesce(template_version, 0) as template,
      (select jsonb_build_object('at', ${at('f.at')}, 'by', f.by_id,
          'blocks', f.blocks)
        from planning_freezes f where f.group_id = p.group_id and f.milestone_id = p.milestone_id) as frozen,
      ${list(`jsonb_build_object('kind', case when r.epic_number is null then 'issue' else 'epic' end, 'number', coalesce(r.issue_number, r.epic_number), 'goal', r.goal, 'teams', to_jsonb(r.team_ids))`, 'planning_priorities r where r.group_id = p.group_id and r.milestone_id = p.milestone_id', 'r.position')} as priorities,
      ${list('o.comment_id', 'planning_posts o where o.group_id = p.group_id and o.milestone_id = p.milestone_id', 'o.comment_id')} as posts
    from planning_issues p where group_id = $1 order by milestone_id`,
  planningTemplate:
    'select title, body from planning_templates where group_id = $1 order by version desc limit 1',
  duties: `select concat_ws(' ', team_id, week_on) collate "C" as key, person_id as value
    from triage_duties where group_id = $1 order by 1`,
  reportCounts: `select concat_ws(' ', week_on, finding) collate "C" as key,
      jsonb_build_object('issues', issues, 'confidential', confidential) as value
    from report_counts where group_id = $1 order by 1`,
  planNotes: `select concat_ws(' ', milestone_id, step) collate "C" as key, body as value
    from plan_notes where group_id = $1 order by 1`,
  planSteps: `select step collate "C" as key, jsonb_build_object('dueBefore', due_before, 'owner', owner) as value
    from plan_steps where group_id = $1 order by 1`,
  sessions: `select milestone_id::text collate "C" as key, jsonb_build_object('at', ${at('s.at')},
      'startedAt', ${at('started_at')}, 'endedAt', ${at('ended_at')},
      'invited', ${list(`jsonb_build_object('key', v.person_id, 'value', v.accepted)`, 'plan_invitations v where v.group_id = s.group_id and v.milestone_id = s.milestone_id', 'v.person_id collate "C"')}) as value
    from plan_sessions s where group_id = $1 order by 1`,
  updates: `select id, jsonb_build_object('kind', subject_kind, 'number', subject_number) as subject, week, author_id as author,
      progress, blockers, next, confidence, milestone_id::text as milestone, ${at('posted_at')} as "postedAt" from status_updates where group_id = $1 order by id`,
  ...MODEL_TABLES,
  ...RHYTHM_TABLES,
  sandboxes: `select id, milestone_id::text as milestone, slug, title, base_event as base, state from sandboxes
    where group_id = $1 order by id`,
  sandboxChanges: `select c.id, c.sandbox_id as sandbox, c.reason, c.by_id as by, c.seen_event as seen, c.left_out as "leftOut",
      case c.what
        when 'override' then jsonb_build_object('person', ${named}, 'weekOn', c.week_on, 'term', c.term, 'value', c.value,
          'team', case when t.id is not null then jsonb_build_object('id', t.id::text, 'name', t.name) end)
        when 'focus' then jsonb_build_object('value', c.value)
        when 'candidate' then jsonb_build_object('ref', c.issue_number, 'isIn', c.is_in)
        when 'deliverable' then jsonb_build_object('ref', c.issue_number, 'isIn', c.is_in)
        when 'dri' then jsonb_build_object('ref', c.issue_number, 'person', ${named})
        else jsonb_build_object('person', ${named}, 'fromOn', c.from_on, 'toOn', c.to_on, 'fromNoon', c.from_noon,
          'untilNoon', c.until_noon) end || jsonb_build_object('what', c.what) as change
    from sandbox_changes c left join people p on p.id = c.person_id
    left join functional_teams t on t.group_id = c.group_id and t.id = c.team_id where c.group_id = $1 order by c.id`,
}

/** Rows of issues that changed since are replaced: by table, the column that says which issue a row is of. */
const OF_ISSUES = {
  issues: 'number',
  issue_labels: 'issue_number',
  issue_assignees: 'issue_number',
  blocks: 'issue_number',
  hand_overs: 'issue_number',
} as const

/** Replaced as a whole where any of their rows changed since: by table, the nouns of the events that change it. */
export const WHOLE = {
  groups: ['group'],
  labels: ['label'],
  milestones: ['milestone'],
  boards: ['board'],
  board_labels: ['board'],
  board_columns: ['board'],
  epics: ['epic'],
  group_roles: ['role', 'person', 'invitation'],
  functional_teams: ['team'],
  memberships: ['membership', 'person'],
  scope_areas: ['scope_area'],
  boundaries: ['boundary'],
  time_off: ['time_off'],
  working_times: ['working_time'],
  days_off: ['day_off'],
  capacity_overrides: ['capacity'],
  capacity_confirmations: ['capacity', 'time_off', 'working_time'],
  capacity_lanes: ['capacity'],
  carry_over_weights: ['capacity'],
  triage_duties: ['duty'],
} as const

export type WholeTable = keyof typeof WHOLE
export type IssueTable = keyof typeof OF_ISSUES
/** Those with rows of then beside the rows of today. */
export type ShadowTable =
  | WholeTable
  | IssueTable
  | (typeof OF_SOME_ISSUES)[number]
  | 'label_spans'
  | 'issue_links'
  | 'milestone_outcomes'
  | 'milestone_slips'
  | 'search_documents'

// safe because they are the keys of the record
export const WHOLE_TABLES = Object.keys(WHOLE) as WholeTable[]
/** Of these, a row may be about an epic, or about the person alone: then it is as it is today, and no view of then reads it. */
const OF_SOME_ISSUES = ['hands', 'status_updates'] as const
const ISSUE_TABLES = Object.entries(OF_ISSUES)

const CHANGED = 'select group_id, number from past_changed'
const AT = '(select at from past_look)'
/** Without it a plan that gathers for all rows at once might read other groups as well. */
const OF_GROUP = 't.group_id = (select group_id from past_look)'

/** What is still as it was, of each table. */
const KEPT: Record<ShadowTable, string> = {
  // safe because each has its entry
  ...(Object.fromEntries(
    ISSUE_TABLES.map(([table, column]) => [
      table,
      `${OF_GROUP} and (t.group_id, t.${column}) not in (${CHANGED})`,
    ]),
  ) as Record<IssueTable, string>),
  // safe because each has its entry
  ...(Object.fromEntries(
    WHOLE_TABLES.map((table) => [
      table,
      `t.${table === 'groups' ? 'id' : 'group_id'} not in (select w.group_id from past_whole w where w.name = '${table}')`,
    ]),
  ) as Record<WholeTable, string>),
  ...(Object.fromEntries(
    OF_SOME_ISSUES.map((table) => [
      table,
      `${OF_GROUP} and (t.issue_number is null or (t.group_id, t.issue_number) not in (${CHANGED}))`,
    ]),
    // safe because each has its entry
  ) as Record<(typeof OF_SOME_ISSUES)[number], string>),
  // What came off by then had come off then, whatever happened to its issue since.
  label_spans: `${OF_GROUP} and t.to_at <= ${AT}`,
  // A piece does not tell of whom it is one: that stands with the issue that was split.
  issue_links: `${OF_GROUP} and (t.group_id, t.from_number) not in (${CHANGED})
    and (t.kind = 'split_into' or (t.group_id, t.to_number) not in (${CHANGED}))`,
  milestone_outcomes: `${OF_GROUP} and t.frozen_at <= ${AT} and (t.group_id, t.milestone_id) not in (select group_id, id from past_reopened)`,
  milestone_slips: `${OF_GROUP} and t.closed_at <= ${AT} and (t.group_id, t.milestone_id) not in (select group_id, id from past_reopened)`,
  search_documents: `${OF_GROUP} and (t.group_id, case when t.kind = 'issue' then t.key else 0 end) not in (${CHANGED})`,
}

/** What nothing but the moment decides. */
const CUT: Record<string, string> = {
  events: `select t.* from public.events t where ${OF_GROUP} and t.happened_at <= ${AT}
    and t.number not in (select number from past_gone)
    and coalesce((t.data->>'cause')::bigint, 0) not in (select number from past_gone)`,
  build_spans: `select t.group_id, t.issue_number, t.milestone_id, t.from_at, t.from_event,
      case when t.until_at <= ${AT} then t.until_at end as until_at, case when t.until_at <= ${AT} then t.until_event end as until_event
    from public.build_spans t where ${OF_GROUP} and t.from_at <= ${AT}`,
  comments: `select t.* from public.comments t where ${OF_GROUP} and t.created_at <= ${AT}`,
  group_counters: `select t.group_id, l.newest as last_event from public.group_counters t join past_look l on l.group_id = t.group_id`,
}

/** What a look is for, and what it replaces. */
const MARKS = {
  past_look: 'group_id int, at timestamptz, newest bigint',
  past_changed: 'group_id int, number int',
  past_whole: 'group_id int, name text',
  past_reopened: 'group_id int, id int',
  past_gone: 'number bigint',
}

/**
 * Temporary tables for what is different at a moment in the past, and views of the names of the real tables, which hold a
 * group as it was then: a connection that has them reads the past by the very statements by which others read the present.
 * What was not changed since is read where it lies, along its indexes. Rows are there for one transaction, which is rolled back.
 */
export const SHADOWS = [
  ...Object.entries(MARKS).map(([table, columns]) => `create temp table ${table} (${columns})`),
  ...Object.entries(KEPT).flatMap(([table, kept]) => [
    `create temp table past_${table} as table public.${table} with no data`,
    `create temp view ${table} as select t.* from public.${table} t where ${kept} union all table past_${table}`,
  ]),
  ...['issue_labels', 'issue_assignees', 'blocks', 'hand_overs', ...OF_SOME_ISSUES].map(
    (table) => `create index on past_${table} (group_id, issue_number)`,
  ),
  'create index on past_issues (group_id, number)',
  'create index on past_issue_links (group_id, from_number)',
  ...Object.entries(CUT).map(([table, text]) => `create temp view ${table} as ${text}`),
].join(';\n')

/** By name, for SQL that empties them. */
export const SHADOW_TABLES = [
  ...Object.keys(MARKS),
  ...Object.keys(KEPT).map((table) => `past_${table}`),
].join(', ')

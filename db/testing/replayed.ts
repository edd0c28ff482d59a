import { replay } from '#lib/domain/replay.ts'
import { linkKey } from '#lib/domain/replay-issues.ts'
import type { GroupState, IssueState } from '#lib/domain/replay-state.ts'
import type { LinkKind } from '#lib/domain/links.ts'
import type { Db } from '../context.ts'
import { KEPT } from '../queries/fact-sql.ts'
import { ledgerOf } from '../queries/ledger.ts'

/** What a group is, in a form in which two tellings of it can be compared: lists in one order, instants as text. */
type Told = Record<string, unknown>

/** A group as its ledger tells it, and as its tables have it. */
export async function toldTwice(db: Db, group: number): Promise<{ ledger: Told; tables: Told }> {
  const state = replay(await ledgerOf(db, group))
  return { ledger: toldByLedger(state), tables: await toldByTables(db, group) }
}

function toldByLedger(state: GroupState): Told {
  return plain({
    facts: state.facts && {
      ...state.facts,
      channels: state.facts.channels.toSorted((a, b) => compare(a.name, b.name)),
    },
    issues: [...state.issues.values()].map(issueTold),
    links: [...state.links].toSorted(),
    epics: [...state.epics.values()],
    milestones: entries(state.milestones),
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
  })
}

const entries = <V extends object>(map: ReadonlyMap<number, V>) =>
  [...map].toSorted(([a], [b]) => a - b).map(([id, value]) => ({ id, ...value }))

/** Without the numbers of their places, of which the order alone counts. */
const unplaced = <V extends { position: number }>(map: ReadonlyMap<number, V>) =>
  entries(map).map((value) => ({ ...value, position: undefined }))

/** Ids in the order of their places, of one owner after the other. */
function placed<V extends { position: number }>(
  map: ReadonlyMap<number, V>,
  owner: (value: V) => number = () => 0,
): number[] {
  return [...map]
    .toSorted(([a, x], [b, y]) => owner(x) - owner(y) || x.position - y.position || a - b)
    .map(([id]) => id)
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

function issueTold({ labels, assignees, spans, waits, ...issue }: IssueState) {
  return {
    ...issue,
    labels: [...labels].map(([id, since]) => [Number(id), since] as const).toSorted(([a], [b]) => a - b),
    assignees: [...assignees].toSorted(([a], [b]) => compare(a, b)),
    spans: spans
      .map(({ label, from, to }) => [Number(label), from, to] as const)
      .toSorted(([a, x], [b, y]) => a - b || x.getTime() - y.getTime()),
    waits: waits.toSorted((a, b) => a.since.getTime() - b.since.getTime()),
  }
}

// safe because what was plain before is plain after
const plain = (told: Told): Told => JSON.parse(JSON.stringify(told)) as Told

type Link = { from: number; to: number; kind: LinkKind }

async function toldByTables(db: Db, group: number): Promise<Told> {
  const told: Told = {}
  for (const [name, text] of Object.entries(TABLES)) {
    const { rows } = await db.query<{ told: unknown }>(`select to_jsonb(t) as told from (${text}) t`, [group])
    told[name] = rows.map((row) => row.told)
  }
  const { rows: links } = await db.query<Link>(
    'select from_number as from, to_number as to, kind from issue_links where group_id = $1',
    [group],
  )
  const [facts] = Array.isArray(told['facts']) ? told['facts'] : []
  return plain({
    ...told,
    facts: facts ?? null,
    links: links.map(({ from, kind, to }) => linkKey(from, kind, to)).toSorted(),
    ...Object.fromEntries(ORDERS.map((name) => [name, ids(told[name])])),
  })
}

const ORDERS = ['boardOrder', 'teamOrder', 'areaOrder']
const ids = (rows: unknown): unknown =>
  Array.isArray(rows) ? rows.map((row: { id: number }) => row.id) : rows

/** As JavaScript writes an instant. */
const at = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
const own = 'x.group_id = i.group_id and x.issue_number = i.number'
const list = (value: string, from: string, order: string) =>
  `coalesce((select jsonb_agg(${value} order by ${order}) from ${from}), '[]')`

/** `$1` is the group. */
const TABLES: Record<string, string> = {
  facts: `select name, summary, vision, mission, channel, namespace, zone, days_per_weight as "daysPerWeight",
      focus_factor as "focusFactor",
      ${list(`jsonb_build_object('name', c.name, 'purpose', c.purpose)`, 'group_channels c where c.group_id = g.id', 'c.name collate "C"')} as channels,
      ${list(`jsonb_build_object('activity', c.activity, 'frequency', c.frequency, 'owner', c.owner)`, 'group_cadence c where c.group_id = g.id', 'c.position')} as cadence
    from groups g where id = $1`,
  issues: `select number, kind, title, description, version, state, close_reason as "closeReason", ${at('closed_at')} as "closedAt",
      milestone_id::text as milestone, epic_number as epic, team_id::text as team, weight, dri_id as dri,
      (select h.to_id from hand_overs h where h.group_id = i.group_id and h.issue_number = i.number and h.outcome is null) as "offeredTo",
      ${KEPT}, spike_scope as "spikeScope",
      jsonb_build_object('group', rank, 'planning', plan_rank) as ranks, author_id as author, ${at('created_at')} as "createdAt",
      ${list(`jsonb_build_array(x.label_id, ${at('x.added_at')})`, `issue_labels x where ${own}`, 'x.label_id')} as labels,
      ${list(`jsonb_build_array(x.person_id, ${at('x.added_at')})`, `issue_assignees x where ${own}`, 'x.person_id collate "C"')} as assignees,
      ${list(`jsonb_build_array(x.label_id, ${at('x.from_at')}, ${at('x.to_at')})`, `label_spans x where ${own}`, 'x.label_id, x.from_at')} as spans,
      ${list(`jsonb_build_object('need', x.need, 'from', x.from_whom, 'since', ${at('x.since_at')}, 'until', ${at('x.until_at')}, 'by', x.by_id)`, `blocks x where ${own}`, 'x.since_at')} as waits
    from issues i where group_id = $1 order by number`,
  epics: `select number, title, description, version, tech_lead_id as "techLead", ${at('closed_at')} as "closedAt"
    from epics where group_id = $1 order by number`,
  milestones: `select id, title, start_on as "startOn", due_on as "dueOn", slug, shelf, ${at('closed_at')} as "closedAt"
    from milestones where group_id = $1 order by id`,
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
}

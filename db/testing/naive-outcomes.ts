import type { Db } from '../context.ts'

/**
 * Law 10, told a second time and in the plainest way, so that a test can hold the product to it: each fact is asked of all
 * events from the first one on. It shares nothing with the product but the rows of the ledger and the days of milestones.
 */

type Told = {
  number: number
  type: string
  issue: number | null
  at: Date
  undoes: number | null
  cause: number | null
  kind: string | null
  /** Ids of labels that came on and went off. */
  on: string[]
  off: string[]
  /** Id of the milestone that it has from now on, where the event says that. */
  milestone: string | null
  weight: number | null
  closed: string | null
  reopened: boolean | null
  /** Of a label: its id, and what it means from now on. */
  label: string | null
  meaning: string | null
}

const LEDGER = `select number, type, issue_number as issue, happened_at as at, (data->>'undoes')::int as undoes,
    (data->>'cause')::int as cause, data->>'kind' as kind,
    array(select x->>'id' from jsonb_array_elements(case type when 'issue.created' then data->'labels'
      else coalesce(data->'added', '[]') end) x) as "on",
    array(select x->>'id' from jsonb_array_elements(coalesce(data->'removed', '[]')) x) as off,
    case type when 'issue.created' then data->'milestone'->>'id' when 'issue.milestone_set' then data->'to'->>'id'
      when 'issue.pushed_back' then data->'milestone'->>'id' end as milestone,
    case type when 'issue.created' then data->>'weight' when 'issue.weighed' then data->>'to' end::int as weight,
    case type when 'issue.closed' then data->>'reason' when 'issue.moved' then data->>'closed' end as closed,
    case type when 'issue.reopened' then true when 'issue.moved' then (data->>'reopened')::boolean end as reopened,
    case when type like 'label.%' then data->>'id' end as label,
    case type when 'label.created' then data->>'meaning' when 'label.changed' then data->'to'->>'meaning' end as meaning
  from events where group_id = 1 and number < $1
    and (issue_number is null and type like 'label.%' or type like 'issue.%')
  order by happened_at, number`

/** `frozenBy`: what was learned from this event on changes nothing any more. */
export async function ledgerUntil(db: Db, frozenBy: number | null): Promise<Told[]> {
  const { rows } = await db.query<Told & { on: string[] | null; off: string[] | null }>(LEDGER, [
    frozenBy ?? 2_147_483_647,
  ])
  return rows
}

type Issue = {
  kind: string
  labels: string[]
  milestone: string | null
  weight: number
  split: boolean
  closed: string | null
}
type Moment = { at: Date; event: Told | null; boards: Map<number, string | null>; issues: Map<number, Issue> }

/** The group before everything, and after each event that happened. */
function momentsOf(ledger: readonly Told[]): Moment[] {
  const created = new Map(ledger.flatMap((one) => (one.type === 'issue.created' ? [[one.number, one]] : [])))
  /** What was created keeps its number: taking that back closes it. */
  const isGone = (one: Told): boolean =>
    !created.has(one.number) &&
    (ledger.some((other) => other.number === one.cause && isGone(other)) ||
      ledger.some((other) => other.undoes === one.number && !isGone(other)))
  const takesBack = ({ undoes }: Told) => undoes !== null && !created.has(undoes)
  const happened = ledger.filter((one) => !isGone(one) && !takesBack(one))
  /** By issue, the event by which it turned out to be a mistake: before that it was on no board. */
  const mistakes = new Map(
    happened.flatMap((one) =>
      one.type === 'issue.closed' && one.undoes ? [[one.issue ?? 0, one.number]] : [],
    ),
  )
  const meanings = new Map<string, string | null>()
  const issues = new Map<number, Issue>()
  const asked = () =>
    ['deliverable', 'group'].map((one) => [...meanings].find(([, meaning]) => meaning === one)?.[0])
  const boardOf = (issue: Issue): string | null => {
    const [deliverable, group] = asked()
    if (issue.kind !== 'issue' || deliverable === undefined || !issue.labels.includes(deliverable))
      return null
    return group === undefined || issue.labels.includes(group) ? issue.milestone : null
  }
  const moments: Moment[] = [{ at: new Date(0), event: null, boards: new Map(), issues: new Map() }]
  for (const event of happened) {
    const meant = asked().join()
    if (event.type === 'label.removed') meanings.delete(event.label ?? '')
    else if (event.type === 'label.created' || event.type === 'label.changed')
      meanings.set(event.label ?? '', event.meaning)
    if (event.issue !== null) issues.set(event.issue, changed(issues.get(event.issue), event))
    const before = moments.at(-1)?.boards
    const boards = new Map(
      [...issues].map(([number, issue]) => {
        const mistake = mistakes.get(number)
        if (mistake === undefined) return [number, boardOf(issue)]
        // A mistake was on no board, and comes on one by what becomes of it later.
        const touched = event.issue === number && (event.reopened || isPlacing(event, asked()))
        const turned = touched || meant !== asked().join()
        return [number, event.number > mistake && turned ? boardOf(issue) : (before?.get(number) ?? null)]
      }),
    )
    moments.push({ at: event.at, event, boards, issues: new Map(issues) })
  }
  return moments
}

/** Whether it says where its issue lies, where boards ask for these labels. */
const isPlacing = ({ type, on, off }: Told, asked: readonly (string | undefined)[]) =>
  type === 'issue.milestone_set' || [...on, ...off].some((id) => asked.includes(id))

const NOTHING: Issue = { kind: '', labels: [], milestone: null, weight: 0, split: false, closed: null }

function changed(known: Issue = NOTHING, event: Told): Issue {
  const issue = { ...known, kind: event.type === 'issue.created' ? (event.kind ?? '') : known.kind }
  issue.labels = [...known.labels.filter((id) => !event.off.includes(id)), ...event.on]
  if (event.type === 'issue.created' || event.type === 'issue.milestone_set')
    issue.milestone = event.milestone
  if (event.type === 'issue.created' || event.type === 'issue.weighed') issue.weight = event.weight ?? 0
  if (event.type === 'issue.split') issue.split = true
  if (event.closed !== null) issue.closed = event.closed
  if (event.reopened) issue.closed = null
  return issue
}

export type NaiveOutcome = {
  issue: number
  outcome: 'completed' | 'reprioritised' | 'slipped'
  atStart: boolean
  weight: number
}
type Timebox = { id: string; startOn: string; dueOn: string }

/** `until`: nothing that happened later counts, the closing of the milestone or the present. */
export function naively(
  ledger: readonly Told[],
  { id, startOn, dueOn }: Timebox,
  { zone, until }: { zone: string; until: Date },
): NaiveOutcome[] {
  // Swedish writes days as they are kept.
  const wall = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' })
  const dayOf = ({ at }: Moment) => (at.getTime() === 0 ? '' : wall.format(at))
  const told = momentsOf(ledger).filter((moment) => moment.at <= until && dayOf(moment) <= dueOn)
  const atStart = told.findLast((moment) => dayOf(moment) < startOn)
  const within = told.filter((moment) => dayOf(moment) >= startOn)
  const end = told.at(-1)
  return [...(end?.issues ?? [])].flatMap(([issue, { weight, split, closed }]): NaiveOutcome[] => {
    const isOn = (moment: Moment | undefined) => moment?.boards.get(issue) === id
    if (![atStart, ...within].some(isOn)) return []
    const sinceOn = told.slice(told.findLastIndex(isOn) + 1)
    const pushed = sinceOn.some(
      ({ event }) => event?.type === 'issue.pushed_back' && event.issue === issue && event.milestone === id,
    )
    const outcome = closed === 'done' ? 'completed' : pushed ? 'reprioritised' : 'slipped'
    return [{ issue, outcome, atStart: isOn(atStart), weight: split ? 0 : weight }]
  })
}

import type { Term } from '#lib/domain/capacity/terms.ts'
import type { SandboxChangeData } from '#lib/domain/events/sandboxes.ts'
import type { SandboxChange } from '#lib/domain/sandbox/changes.ts'
import type { Ctx } from '../context.ts'

type Person = { id: string; handle: string; name: string }
type Team = { id: string; slug: string; name: string }

export type ChangeRow = {
  id: number
  reason: string
  by: { id: string; name: string } | null
  at: Date
  seen: number
  leftOut: boolean
  issueTitle: string | null
  confidential: boolean
  /** With ids and names, as events tell it. */
  data: SandboxChangeData
  /** By handle and slug, as it is computed. */
  change: SandboxChange
}

type Row = Omit<ChangeRow, 'data' | 'change'> & {
  what: SandboxChange['what']
  person: Person | null
  team: Team | null
  ref: number | null
  fromOn: string | null
  toOn: string | null
  fromNoon: boolean
  untilNoon: boolean
  weekOn: string | null
  term: Term | null
  value: number | null
  isIn: boolean | null
}

/** The changes of a sandbox, in the order in which they are made; also those of issues that the reader may not see. */
export async function changesOf(ctx: Ctx, sandbox: number): Promise<ChangeRow[]> {
  const { rows } = await ctx.db.query<Row>({
    name: 'sandbox-changes',
    text: `select c.id, c.what, c.reason, c.created_at as at, c.seen_event as seen, c.left_out as "leftOut",
        case when b.id is not null then jsonb_build_object('id', b.id, 'name', b.name) end as by, i.title as "issueTitle", coalesce(i.confidential, false) as confidential,
        case when p.id is not null then jsonb_build_object('id', p.id, 'handle', p.handle, 'name', p.name) end as person,
        case when t.id is not null then jsonb_build_object('id', t.id::text, 'slug', t.slug, 'name', t.name) end as team,
        c.issue_number as ref, c.from_on as "fromOn", c.to_on as "toOn", c.from_noon as "fromNoon", c.until_noon as "untilNoon",
        c.week_on as "weekOn", c.term, c.value::float as value, c.is_in as "isIn"
      from sandbox_changes c left join people p on p.id = c.person_id left join people b on b.id = c.by_id
      left join functional_teams t on t.group_id = c.group_id and t.id = c.team_id
      left join issues i on i.group_id = c.group_id and i.number = c.issue_number
      where c.group_id = $1 and c.sandbox_id = $2 order by c.id`,
    values: [ctx.group.id, sandbox],
  })
  return rows.map(changeOf)
}

function changeOf(row: Row): ChangeRow {
  const { id, reason, by, at, seen, leftOut, issueTitle, confidential, person, team } = row
  const named = person && { id: person.id, name: person.name }
  return {
    id,
    reason,
    by,
    at,
    seen,
    leftOut,
    issueTitle,
    confidential,
    data: formed(
      row,
      named,
      team && {
        id: team.id,
        name: team.name,
      },
    ),
    change: formed(row, person && person.handle, team && team.slug),
  }
}

function formed<P, T>(row: Row, person: P | null, team: T | null): SandboxChange<P, T> {
  const { what, ref, fromOn, toOn, fromNoon, untilNoon, weekOn, term, value, isIn } = row
  if ((what === 'timeOff' || what === 'timeOffCut') && person !== null && fromOn !== null && toOn !== null)
    return { what, person, fromOn, toOn, fromNoon, untilNoon }
  if (what === 'override' && person !== null && term !== null && value !== null)
    return { what, person, team, weekOn, term, value }
  if (what === 'focus' && value !== null) return { what, value }
  if ((what === 'candidate' || what === 'deliverable') && ref !== null && isIn !== null)
    return { what, ref, isIn }
  if (what === 'dri' && ref !== null && person !== null) return { what, ref, person }
  throw new Error(`The change ${row.id} of a sandbox is not whole.`)
}

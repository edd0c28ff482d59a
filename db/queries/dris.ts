import type { DriLoad, DrivenLine, listDris as endpoint } from '#lib/contract/drift.ts'
import type { InputOf, OutputOf } from '#lib/contract/endpoint.ts'
import { byAttention, type DrivenKind, drivenSlug } from '#lib/domain/dri-table.ts'
import { subjectSlug } from '#lib/domain/subjects.ts'
import { notFound } from '#lib/kit/failure.ts'
import type { Ctx } from '../context.ts'
import { type ActiveWork, activeWork } from './active-subjects.ts'
import { capacityIn, capacityTerms, type Timebox } from './capacity-terms.ts'
import { driftLines } from './drift.ts'
import { type HandFacts, openHands } from './hands.ts'
import { lastUpdateSql } from './finding-sql.ts'
import { WEIGHT } from './issue-sql.ts'
import { type MilestoneRow, milestonesOf, timeboxes, todayOf } from './milestones.ts'
import { STANDS } from './unclaimed.ts'

type Work = Omit<ActiveWork, 'kind' | 'confidential'> & { kind: DrivenKind }
type Facts = Pick<DrivenLine, 'weight' | 'offeredTo' | 'updatedOn' | 'confidence' | 'unclaimed' | 'teams'> & {
  isEpic: boolean
  ref: number
  since: Date | null
}

/**
 * Handbook › DRIs: "the single source of truth for who owns what". All that is worked on in a milestone, whether or not it
 * has a DRI, and epics that are driven before they have issues.
 * @throws not_found for a milestone that does not exist
 */
export async function listDris(
  ctx: Ctx,
  { milestone: slug, person }: Omit<InputOf<typeof endpoint>, 'group'>,
): Promise<OutputOf<typeof endpoint>> {
  const box = await boxOf(ctx, slug)
  const [active, initiatives, drifting, hands, people] = await Promise.all([
    activeWork(ctx, box && Number(box.id)),
    initiativesOf(ctx),
    driftLines(ctx),
    openHands(ctx),
    box && isTimebox(box) ? loadsIn(ctx, box) : [],
  ])
  const isTheirs = (handle: string | undefined) => person === undefined || handle === person
  const work = [...active, ...initiatives].filter(({ dri }) => isTheirs(dri?.handle)) satisfies Work[]
  const facts = await factsOf(ctx, work)
  const driftOf = Map.groupBy(drifting, ({ kind, ref }) => drivenSlug({ kind, ref }))
  const items = work.map((one) => {
    const subject = drivenSlug(one)
    const drifts = (driftOf.get(subject) ?? []).map(({ drift }) => drift)
    const hand = hands.find(({ about }) => about !== null && subjectSlug(about) === subject)
    return { ...lineOf(one, subject, facts.get(subject), drifts), hand: hand ? handOn(hand) : null }
  })
  return {
    milestone: box && { slug: box.slug, title: box.title },
    items: items.toSorted((a, b) => byAttention(pressingOf(a), pressingOf(b))),
    people: people.filter(({ handle }) => isTheirs(handle)),
  }
}

const pressingOf = (line: DrivenLine) => ({
  ...line,
  hand: line.hand !== null,
  waits: line.offeredTo !== null,
})

const handOn = ({ person, ask, helper }: HandFacts): DrivenLine['hand'] => ({
  by: { handle: person.handle, name: person.name },
  ask,
  helper: helper && { handle: helper.handle, name: helper.name },
})

const isTimebox = (box: MilestoneRow): box is MilestoneRow & Timebox =>
  box.startOn !== null && box.dueOn !== null

async function boxOf(ctx: Ctx, slug: string | undefined): Promise<MilestoneRow | null> {
  if (slug === undefined) return (await timeboxes(ctx)).current
  const found = (await milestonesOf(ctx)).find((one) => one.slug === slug)
  if (!found) throw notFound(`The milestone “${slug}”`)
  return found
}

function lineOf(
  { kind, ref, title, state, dri }: Work,
  subject: string,
  facts: Facts | undefined,
  drifts: DrivenLine['drifts'],
): Omit<DrivenLine, 'hand'> {
  return {
    subject,
    kind,
    ref,
    title,
    state,
    weight: facts?.weight ?? null,
    dri: dri && { handle: dri.handle, name: dri.name },
    since: facts?.since?.toISOString() ?? null,
    offeredTo: facts?.offeredTo ?? null,
    updatedOn: facts?.updatedOn ?? null,
    confidence: facts?.confidence ?? null,
    unclaimed: facts?.unclaimed ?? null,
    teams: facts?.teams ?? [],
    drifts,
  }
}

/** Open epics with a tech lead and without issues: work that is driven before it is broken down. */
async function initiativesOf(ctx: Ctx): Promise<Work[]> {
  const { rows } = await ctx.db.query<Work>({
    name: 'initiatives',
    text: `select 'initiative' as kind, e.number as ref, e.title, null as state,
        jsonb_build_object('id', p.id, 'handle', p.handle, 'name', p.name) as dri
      from epics e join people p on p.id = e.tech_lead_id
      where e.group_id = $1 and e.closed_at is null
        and (select i.number from issues i where i.group_id = e.group_id and i.epic_number = e.number limit 1) is null
      order by e.number`,
    values: [ctx.group.id],
  })
  return rows
}

/** A person as a line names them. */
const PERSON = `jsonb_build_object('handle', p.handle, 'name', p.name)`

/** Functional teams of today of a person. */
const teamsOf = (person: string) => `array(select distinct t.slug from memberships m
  join functional_teams t on t.group_id = m.group_id and t.id = m.team_id
  where m.group_id = $1 and m.person_id = ${person} and m.from_on <= $4 and (m.to_on is null or m.to_on >= $4))`

/** Of the newest status update of an issue or epic. */
const lastSaid = (number: string, column: 'issue_number' | 'epic_number', what: string) =>
  `(select ${what} from status_updates u where u.group_id = $1 and u.${column} = ${number} order by u.week desc limit 1)`

/** What is known of each beside its name, by its slug. */
async function factsOf(ctx: Ctx, work: readonly Work[]): Promise<Map<string, Facts>> {
  const numbers = (isIssue: boolean) =>
    work.filter(({ kind }) => (kind === 'issue') === isIssue).map(({ ref }) => ref)
  const { rows } = await ctx.db.query<Facts>({
    name: 'dri-facts',
    text: `select false as "isEpic", i.number as ref, i.weight, ${lastUpdateSql('$5')} as "updatedOn",
        ${lastSaid('i.number', 'issue_number', 'u.confidence')} as confidence,
        (select d.from_at from dri_assignments d where d.group_id = $1 and d.issue_number = i.number and d.to_at is null) as since,
        (select ${PERSON} from hand_overs h join people p on p.id = h.to_id
          where h.group_id = $1 and h.issue_number = i.number and h.outcome is null) as "offeredTo",
        (select jsonb_build_object('reason', u.reason, 'note', u.note, 'by', (select handle from people where id = u.by_id), 'at', u.at)
          from unclaimed u where ${STANDS} order by u.id desc limit 1) as unclaimed,
        case when i.team_id is null then ${teamsOf('i.dri_id')}
          else array(select slug from functional_teams where group_id = $1 and id = i.team_id) end as teams
      from issues i where i.group_id = $1 and i.number = any($2::int[])
      union all
      select true, e.number, null, ${lastSaid('e.number', 'epic_number', '(u.posted_at at time zone $5)::date')},
        ${lastSaid('e.number', 'epic_number', 'u.confidence')},
        (select d.from_at from dri_assignments d where d.group_id = $1 and d.epic_number = e.number and d.to_at is null),
        (select ${PERSON} from hand_overs h join people p on p.id = h.to_id
          where h.group_id = $1 and h.epic_number = e.number and h.outcome is null),
        null, ${teamsOf('e.tech_lead_id')}
      from epics e where e.group_id = $1 and e.number = any($3::int[])`,
    values: [ctx.group.id, numbers(true), numbers(false), todayOf(ctx), ctx.group.zone],
  })
  return new Map(rows.map((row) => [drivenSlug({ kind: row.isEpic ? 'epic' : 'issue', ref: row.ref }), row]))
}

/** The weight that each person drives in a milestone, confidential work among it, beside what they can carry. */
async function loadsIn(ctx: Ctx, box: Timebox): Promise<DriLoad[]> {
  const [{ rows }, terms] = await Promise.all([
    ctx.db.query<{ handle: string; name: string; drives: number }>({
      name: 'weight-driven',
      text: `select p.handle, p.name, sum(${WEIGHT})::int as drives from issues i join people p on p.id = i.dri_id
        where i.group_id = $1 and i.kind = 'issue' and i.milestone_id = $2 and (i.state = 'open' or i.close_reason = 'done')
        group by p.handle, p.name`,
      values: [ctx.group.id, Number(box.id)],
    }),
    capacityTerms(ctx, box.startOn, box.dueOn),
  ])
  const capacity = Map.groupBy(capacityIn(terms, box).rows, ({ person }) => person)
  const names = new Map(terms.memberships.map(({ person, name }) => [person, name]))
  const handles = new Set([...rows.map(({ handle }) => handle), ...capacity.keys()])
  return [...handles]
    .map((handle) => {
      const driven = rows.find((row) => row.handle === handle)
      const own = capacity.get(handle)
      return {
        handle,
        name: driven?.name ?? names.get(handle) ?? handle,
        drives: driven?.drives ?? 0,
        capacity: own ? Math.round(own.reduce((sum, { weight }) => sum + weight, 0) * 100) / 100 : null,
        daysAway: Math.max(0, ...(own ?? []).map(({ timeOff }) => timeOff)),
      }
    })
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en'))
}

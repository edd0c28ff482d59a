import type { InputOf } from '#lib/contract/endpoint.ts'
import type { readSandbox as endpoint, SandboxChangeFacts, SandboxView } from '#lib/contract/sandboxes.ts'
import { issueOf } from '#lib/domain/sandbox/changes.ts'
import { figuresOf, type PlanFigures } from '#lib/domain/sandbox/figures.ts'
import { stillSo, touchesChange } from '#lib/domain/sandbox/meanwhile.ts'
import { overlay, type Plan } from '#lib/domain/sandbox/overlay.ts'
import { whyNotApply } from '#lib/domain/sandbox/rights.ts'
import { changeText } from '#lib/domain/sandbox/text.ts'
import { weekStarts } from '#lib/domain/capacity/days.ts'
import { may } from '#lib/domain/permissions.ts'
import { Failure, notFound } from '#lib/kit/failure.ts'
import { eachDay } from '#lib/kit/plain-date.ts'
import type { Ctx } from '../context.ts'
import { capacityIn, type CapacityTerms, capacityTerms, type Timebox } from './capacity-terms.ts'
import { type Candidate, candidatesIn, workOf } from './capacity-work.ts'
import { lastEvent } from './events.ts'
import { milestoneFacts, type MilestoneRow, milestonesOf } from './milestones.ts'
import { type ChangeRow, changesOf } from './sandbox-changes.ts'
import { type LiveEvent, planEventsAfter } from './sandbox-meanwhile.ts'
import { sandboxBySlug, sandboxFacts, type SandboxRow } from './sandboxes.ts'

/** So much of what changed meanwhile is listed. */
const MOST_TOLD = 50

export type SandboxPlan = {
  box: MilestoneRow & Timebox
  sandbox: SandboxRow
  changes: ChangeRow[]
  /** Candidates, and whatever a change names. */
  refs: Set<number>
  terms: CapacityTerms
  live: Plan<Candidate>
  issues: ReadonlyMap<number, Candidate>
}

/** All that a sandbox is computed from. @throws not_found; refused for a shelf */
export async function sandboxPlan(ctx: Ctx, milestone: string, slug: string): Promise<SandboxPlan> {
  const box = await timeboxOf(ctx, milestone)
  const sandbox = await sandboxBySlug(ctx, Number(box.id), slug)
  const [changes, terms, work] = await Promise.all([
    changesOf(ctx, sandbox.id),
    capacityTerms(ctx, box.startOn, box.dueOn),
    candidatesIn(ctx, Number(box.id)),
  ])
  const named = changes.flatMap(({ change }) => issueOf(change) ?? [])
  const issues = new Map((await workOf(ctx, named)).map((one) => [one.ref, one]))
  const people = [...new Set(terms.memberships.map(({ person }) => person))]
  const overrides = terms.overrides.filter((one) => one.milestone === Number(box.id))
  const live = { away: terms.away, overrides, people, work }
  return {
    box,
    sandbox,
    changes,
    refs: new Set([...work.map(({ ref }) => ref), ...named]),
    terms,
    live,
    issues,
  }
}

export async function timeboxOf(ctx: Ctx, slug: string): Promise<MilestoneRow & Timebox> {
  const found = (await milestonesOf(ctx)).find((one) => one.slug === slug)
  if (!found) throw notFound(`The milestone “${slug}”`)
  const { startOn, dueOn } = found
  if (startOn !== null && dueOn !== null) return { ...found, startOn, dueOn }
  throw new Failure('refused', `${found.title} is a shelf. Shelves have no capacity.`, { rule: 'no_days' })
}

/** What happened to the plan since a sandbox was opened, and what of it still holds. */
export const eventsSince = (ctx: Ctx, { box, sandbox, refs }: SandboxPlan): Promise<LiveEvent[]> =>
  planEventsAfter(ctx, box, { after: sandbox.base, refs })

/** What moved the very thing that a change is about, after the change was added. */
export const conflictsOf = (
  events: readonly LiveEvent[],
  { data, seen }: ChangeRow,
  box: Timebox,
): LiveEvent[] => stillSo(events, seen).filter((event) => touchesChange(event, data, box))

export async function readSandbox(
  ctx: Ctx,
  { milestone, sandbox: slug }: InputOf<typeof endpoint>,
): Promise<SandboxView> {
  // before all else, so that what happens while the rest is read was not seen
  const event = await lastEvent(ctx)
  const plan = await sandboxPlan(ctx, milestone, slug)
  const { box, sandbox, changes } = plan
  const [events, { rows: teams }, { rows: people }] = await Promise.all([
    sandbox.state === 'open' ? eventsSince(ctx, plan) : [],
    ctx.db.query<{ slug: string; name: string }>({
      name: 'sandbox-teams',
      text: 'select slug, name from functional_teams where group_id = $1 order by position, id',
      values: [ctx.group.id],
    }),
    ctx.db.query<{ handle: string; name: string }>({
      name: 'sandbox-people',
      text: 'select handle, name from people where handle = any($1::text[])',
      values: [plan.live.people],
    }),
  ])
  const slugs = teams.map((team) => team.slug)
  const [live, whatIf] = [figures(plan, plan.live, slugs), figures(plan, whatIfOf(plan), slugs)]
  const shown = changes.filter(({ confidential }) => !confidential || may(ctx.actor, 'see.confidential'))
  return {
    milestone: milestoneFacts(box),
    weeks: weekStarts(eachDay(box.startOn, box.dueOn)),
    sandbox: sandboxFacts(sandbox),
    ...sideBySide(live, whatIf, {
      teams: new Map(teams.map(({ slug, name }) => [slug, name])),
      people: new Map(people.map(({ handle, name }) => [handle, name])),
    }),
    changes: shown.map((row) => changeFacts(ctx, row, conflictsOf(events, row, box))),
    notShown: changes.length - shown.length,
    meanwhile: stillSo(events, sandbox.base).flatMap(told).toReversed().slice(0, MOST_TOLD),
    event,
  }
}

/** Left out changes count no more, once it was applied. */
export const whatIfOf = ({ live, changes, issues }: SandboxPlan): Plan<Candidate> =>
  overlay(
    live,
    changes.filter(({ leftOut }) => !leftOut).map(({ change }) => change),
    issues,
  )

function figures({ terms, box }: SandboxPlan, plan: Plan<Candidate>, teams: readonly string[]): PlanFigures {
  const overrides = plan.overrides.map((one) => ({ ...one, milestone: Number(box.id) }))
  const capacity = capacityIn({ ...terms, away: [...plan.away], overrides }, box)
  return figuresOf(capacity, plan.work, teams)
}

type Names = { teams: ReadonlyMap<string, string>; people: ReadonlyMap<string, string> }

/** No change adds or removes a row: both plans have the same people in the same teams. */
function sideBySide(
  live: PlanFigures,
  whatIf: PlanFigures,
  { teams, people }: Names,
): Pick<SandboxView, 'rows' | 'teams' | 'total'> {
  return {
    rows: live.rows.flatMap(({ person, team, ...terms }, at) => {
      const other = whatIf.rows[at]
      if (!other) return []
      const { person: _, team: __, ...changed } = other
      return [
        {
          person,
          name: people.get(person) ?? person,
          team,
          live: { ...terms, overridden: [...terms.overridden] },
          whatIf: { ...changed, overridden: [...changed.overridden] },
        },
      ]
    }),
    teams: live.teams.flatMap(({ team, ...sums }, at) => {
      const other = whatIf.teams[at]
      if (!other) return []
      const { team: _, ...changed } = other
      return [{ team, name: teams.get(team) ?? team, live: sums, whatIf: changed }]
    }),
    total: { live: live.total, whatIf: whatIf.total },
  }
}

function changeFacts(ctx: Ctx, row: ChangeRow, conflicts: readonly LiveEvent[]): SandboxChangeFacts {
  const { id, reason, by, at, leftOut, issueTitle, data, change } = row
  return {
    id,
    what: data.what,
    says: changeText(data),
    ref: issueOf(data),
    issueTitle,
    isIn: 'isIn' in data ? data.isIn : null,
    reason,
    byName: by?.name ?? 'The clock',
    at: at.toISOString(),
    whyNotApply: whyNotApply(ctx.actor, change)?.because ?? null,
    meanwhile: conflicts.flatMap(told),
    leftOut,
  }
}

const told = ({ number, at, sentence }: LiveEvent) =>
  sentence === null ? [] : [{ number, at: at.toISOString(), sentence }]

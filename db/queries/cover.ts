import type { CoverDuty, CoverIssue, listCover as endpoint } from '#lib/contract/cover.ts'
import type { InputOf, OutputOf } from '#lib/contract/endpoint.ts'
import { whyNotAskDuty, whyNotTakeDuty } from '#lib/domain/cover.ts'
import { may } from '#lib/domain/permissions.ts'
import { isActive, type State } from '#lib/domain/workflow.ts'
import { addDays, type PlainDate } from '#lib/kit/plain-date.ts'
import type { Ctx } from '../context.ts'
import { WORKFLOW } from './issue-sql.ts'
import { todayOf } from './milestones.ts'

/** Four weeks are looked at unless the days are stated. */
const DAYS = 27

/** When cover of the duty `d` was asked for, unless the duty was given to another person since. */
const DUTY_ASKED = `(select case when e.type = 'duty.cover_asked' then e.at end from events e
  where e.group_id = d.group_id and e.subject_kind = 'team' and e.subject_key = d.team_id::text
    and e.type in ('duty.set', 'duty.cover_asked') and e.data->>'weekOn' = to_char(d.week_on, 'YYYY-MM-DD')
  order by e.number desc limit 1)`

/** When cover of the issue `i` was asked for, unless its DRI changed since. */
export const ISSUE_ASKED = `(select case when e.type = 'issue.cover_asked' then e.at end from events e
  where e.group_id = i.group_id and e.issue_number = i.number and e.type in ('issue.cover_asked', 'issue.dri_taken',
    'issue.dri_released', 'issue.dri_assigned', 'issue.handed_over', 'issue.hand_over_accepted')
  order by e.number desc limit 1)`

type DutyRow = {
  team: string
  week: PlainDate
  holder: { id: string; name: string; handle: string }
  asked: Date | null
  away: boolean
  member: boolean
}

/** Of a week the days from Monday to Friday count. */
const DUTY = `select t.slug as team, d.week_on as week, jsonb_build_object('id', p.id, 'name', p.name, 'handle', p.handle) as holder,
    ${DUTY_ASKED} as asked,
    exists (select from time_off o where o.group_id = d.group_id and o.person_id = d.person_id and o.removed_at is null
      and o.from_on <= d.week_on + 4 and o.to_on >= d.week_on) as away,
    exists (select from memberships m where m.group_id = d.group_id and m.team_id = d.team_id and m.person_id = $2
      and m.from_on <= d.week_on + 4 and (m.to_on is null or m.to_on >= d.week_on)) as member
  from triage_duties d join people p on p.id = d.person_id
    join functional_teams t on t.group_id = d.group_id and t.id = d.team_id
  where d.group_id = $1`

/** A duty as the rules of cover look at it; undefined where no one has it. */
export async function dutyToCover(ctx: Ctx, team: string, week: PlainDate): Promise<DutyRow | undefined> {
  const { rows } = await ctx.db.query<DutyRow>({
    name: 'duty-to-cover',
    text: `${DUTY} and t.slug = $3 and d.week_on = $4`,
    values: [ctx.group.id, ctx.actor.id, team, week],
  })
  return rows[0]
}

export const isOverOn = (today: PlainDate, week: PlainDate): boolean => addDays(week, 4) < today

type Days = Pick<InputOf<typeof endpoint>, 'from' | 'to'>

export async function listCover(
  ctx: Ctx,
  { from = todayOf(ctx), to = addDays(from, DAYS) }: Days,
): Promise<OutputOf<typeof endpoint>> {
  const { rows } = await ctx.db.query<DutyRow>({
    name: 'duties-to-cover',
    text: `${DUTY} and d.week_on between $3 and $4 order by d.week_on, t.position`,
    values: [ctx.group.id, ctx.actor.id, addDays(from, -6), to],
  })
  return { duties: rows.map((row) => dutyFacts(ctx, row)), issues: await issuesToCover(ctx, { from, to }) }
}

function dutyFacts(ctx: Ctx, { team, week, holder, asked, away, member }: DutyRow): CoverDuty {
  const facts = {
    holder,
    me: ctx.actor.id ?? '',
    em: may(ctx.actor, 'duty.assign'),
    over: isOverOn(todayOf(ctx), week),
    asked: asked !== null,
  }
  const works = may(ctx.actor, 'pto.own')
  return {
    team,
    week,
    person: holder.handle,
    name: holder.name,
    asked: asked && asked.toISOString(),
    mayAsk: works && whyNotAskDuty(facts) === null,
    mayTake: works && whyNotTakeDuty({ ...facts, member, away }) === null,
  }
}

type IssueRow = Omit<CoverIssue, 'asked'> & { asked: Date | null; state: State | 'none' }

/** Active work in milestones of an absence of more than a day, of the reader's own or of everyone's for who plans it. */
async function issuesToCover(
  ctx: Ctx,
  { from, to }: { from: PlainDate; to: PlainDate },
): Promise<CoverIssue[]> {
  const today = todayOf(ctx)
  const { rows } = await ctx.db.query<IssueRow>({
    name: 'issues-to-cover',
    text: `select distinct on (i.number) i.number as ref, i.title, p.handle as person, p.name, o.from_on as "from", o.to_on as "to",
        ${ISSUE_ASKED} as asked, ${WORKFLOW} as state
      from time_off o join people p on p.id = o.person_id
        join issues i on i.group_id = o.group_id and i.dri_id = o.person_id and i.kind = 'issue' and i.state = 'open'
        join milestones m on m.group_id = i.group_id and m.id = i.milestone_id and m.closed_at is null
          and m.start_on <= o.to_on and m.due_on >= o.from_on
      where o.group_id = $1 and o.removed_at is null and o.to_on >= $2 and o.from_on <= $3 and o.from_on < o.to_on
        and ($4 or o.person_id = $5) and ($6 or not i.confidential)
      order by i.number, o.from_on`,
    values: [
      ctx.group.id,
      from < today ? today : from,
      to,
      may(ctx.actor, 'pto.others'),
      ctx.actor.id,
      may(ctx.actor, 'see.confidential'),
    ],
  })
  return rows
    .filter(({ state }) => state !== 'none' && isActive(state))
    .map(({ ref, title, person, name, asked, ...days }) => ({
      ref,
      title,
      person,
      name,
      from: days.from,
      to: days.to,
      asked: asked && asked.toISOString(),
    }))
}

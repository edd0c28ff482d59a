import type {
  askDutyCover as askDuty,
  askIssueCover as askIssue,
  takeDuty as take,
} from '#lib/contract/cover.ts'
import type { InputOf } from '#lib/contract/endpoint.ts'
import { whyNotDutyWeek } from '#lib/domain/capacity/rules.ts'
import { whyNotAskDuty, whyNotAskIssue, whyNotTakeDuty } from '#lib/domain/cover.ts'
import type { NamedRef, PersonRef } from '#lib/domain/event-refs.ts'
import { may } from '#lib/domain/permissions.ts'
import { insist, notFound } from '#lib/kit/failure.ts'
import type { PlainDate } from '#lib/kit/plain-date.ts'
import { authorise, type Ctx } from '../context.ts'
import { record } from '../events/record.ts'
import { dutyToCover, ISSUE_ASKED, isOverOn } from '../queries/cover.ts'
import { issueFacts, teamBySlug } from '../queries/facts.ts'
import { todayOf } from '../queries/milestones.ts'
import { inTransaction } from '../transaction.ts'
import { giveDuty } from './capacity/duty.ts'
import { meOf } from './issues/dri.ts'

/** Tells the engineering manager and the functional team that a week of triage needs another person. */
export const askDutyCover = (ctx: Ctx, { team: slug, week }: InputOf<typeof askDuty>) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'pto.own')
    insist(whyNotDutyWeek(week))
    const team = await teamBySlug(ctx, slug)
    const duty = await dutyToCover(ctx, slug, week)
    insist(whyNotAskDuty({ ...factsOf(ctx, duty, week), em: may(ctx.actor, 'duty.assign') }))
    if (!duty) throw notFound('This triage duty')
    const { id, name } = duty.holder
    const data = { team, weekOn: week, person: { id, name } }
    return { event: await record(ctx, { type: 'duty.cover_asked', data }) }
  })

/** Of several colleagues who take one duty at once the first has it; the others read who. */
export const takeDuty = (ctx: Ctx, { team: slug, week }: InputOf<typeof take>) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'pto.own')
    insist(whyNotDutyWeek(week))
    const team = await teamBySlug(ctx, slug)
    const duty = await dutyToCover(ctx, slug, week)
    const member = duty?.member ?? (await isMember(ctx, Number(team.id), week))
    insist(whyNotTakeDuty({ ...factsOf(ctx, duty, week), member, away: duty?.away ?? false }))
    return { event: await giveDuty(ctx, { team, week, to: meOf(ctx) }) }
  })

type Duty = Awaited<ReturnType<typeof dutyToCover>>

const factsOf = (ctx: Ctx, duty: Duty, week: PlainDate) => ({
  holder: duty?.holder ?? null,
  me: ctx.actor.id ?? '',
  over: isOverOn(todayOf(ctx), week),
  asked: duty !== undefined && duty.asked !== null,
})

async function isMember(ctx: Ctx, team: number, week: PlainDate): Promise<boolean> {
  const { rowCount } = await ctx.db.query(
    `select from memberships where group_id = $1 and team_id = $2 and person_id = $3
      and from_on <= $4::date + 4 and (to_on is null or to_on >= $4)`,
    [ctx.group.id, team, ctx.actor.id, week],
  )
  return rowCount !== 0
}

type Work = { fromOn: PlainDate | null; toOn: PlainDate | null; asked: Date | null; team: NamedRef | null }

/** Tells the engineering manager, the functional team and those who follow it that an issue needs another DRI for some days. */
export const askIssueCover = (ctx: Ctx, { ref }: InputOf<typeof askIssue>) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'pto.own')
    const { dri, state } = await issueFacts(ctx, ref)
    const { fromOn, toOn, asked, team } = await workToCover(ctx, ref)
    const facts = { me: meOf(ctx).id, em: may(ctx.actor, 'assign.others'), open: state === 'open' }
    const person: PersonRef | null = dri && { id: dri.id, name: dri.name }
    insist(whyNotAskIssue({ ...facts, dri: person, away: fromOn !== null, asked: asked !== null }))
    if (person === null || fromOn === null || toOn === null) throw notFound('The time off')
    const data = { person, team, fromOn, toOn }
    return { event: await record(ctx, { type: 'issue.cover_asked', issue: ref, data }) }
  })

/** The first absence of its DRI from today on, and the functional team of the issue or else the one that its DRI is mainly in. */
async function workToCover(ctx: Ctx, ref: number): Promise<Work> {
  const { rows } = await ctx.db.query<Work>({
    name: 'work-to-cover',
    text: `select o.from_on as "fromOn", o.to_on as "toOn", ${ISSUE_ASKED} as asked,
        (select jsonb_build_object('id', t.id::text, 'name', t.name) from functional_teams t
          where t.group_id = i.group_id and t.id = coalesce(i.team_id, (select m.team_id from memberships m
            where m.group_id = i.group_id and m.person_id = i.dri_id and m.from_on <= $3 and (m.to_on is null or m.to_on >= $3)
            order by m.kind = 'main' desc, m.share desc limit 1))) as team
      from issues i left join lateral (select t.from_on, t.to_on from time_off t where t.group_id = i.group_id
        and t.person_id = i.dri_id and t.removed_at is null and t.to_on >= $3 order by t.from_on limit 1) o on true
      where i.group_id = $1 and i.number = $2`,
    values: [ctx.group.id, ref, todayOf(ctx)],
  })
  return rows[0] ?? { fromOn: null, toOn: null, asked: null, team: null }
}

import type { setDuty as endpoint } from '#lib/contract/capacity.ts'
import type { InputOf } from '#lib/contract/endpoint.ts'
import { whyNotDutyWeek } from '#lib/domain/capacity/rules.ts'
import type { NamedRef, PersonRef } from '#lib/domain/event-refs.ts'
import { insist } from '#lib/kit/failure.ts'
import type { PlainDate } from '#lib/kit/plain-date.ts'
import { authorise, type Ctx } from '../../context.ts'
import { record } from '../../events/record.ts'
import { lastEvent } from '../../queries/events.ts'
import { memberByHandle, teamBySlug } from '../../queries/facts.ts'
import { inTransaction } from '../../transaction.ts'
import { settleDutyCover } from '../inbox-settled.ts'

/** Handbook › Requests for Help: "Each functional team assigns a triage DRI". One person a team and week. */
export const setDuty = (ctx: Ctx, input: InputOf<typeof endpoint> & { sample?: boolean }) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'duty.assign')
    insist(whyNotDutyWeek(input.week))
    const team = await teamBySlug(ctx, input.team)
    const asked = input.person === null ? null : await memberByHandle(ctx, input.person)
    const to = asked && { id: asked.id, name: asked.name }
    return { event: await giveDuty(ctx, { team, week: input.week, to, sample: input.sample }) }
  })

type Given = { team: NamedRef; week: PlainDate; to: PersonRef | null; sample?: boolean | undefined }

/** Writes whose duty it is, for a caller that has asked whether the actor may. @returns the number of the event */
export async function giveDuty(ctx: Ctx, { team, week, to, sample = false }: Given): Promise<number> {
  const from = await dutyOf(ctx, Number(team.id), week)
  if (from?.id === to?.id) return lastEvent(ctx)
  await ctx.db.query('delete from triage_duties where group_id = $1 and team_id = $2 and week_on = $3', [
    ctx.group.id,
    Number(team.id),
    week,
  ])
  if (to) {
    await ctx.db.query(
      'insert into triage_duties (group_id, team_id, week_on, person_id, created_at, sample) values ($1, $2, $3, $4, $5, $6)',
      [ctx.group.id, Number(team.id), week, to.id, ctx.now, sample],
    )
  }
  await settleDutyCover(ctx, Number(team.id), week)
  const data = {
    team: { id: team.id, name: team.name },
    weekOn: week,
    from,
    to: to && { id: to.id, name: to.name },
  }
  return record(ctx, { type: 'duty.set', data })
}

async function dutyOf(ctx: Ctx, team: number, week: string): Promise<PersonRef | null> {
  const { rows } = await ctx.db.query<PersonRef>(
    `select p.id, p.name from triage_duties d join people p on p.id = d.person_id
      where d.group_id = $1 and d.team_id = $2 and d.week_on = $3`,
    [ctx.group.id, team, week],
  )
  return rows[0] ?? null
}

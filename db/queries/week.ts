import type { Week } from '#lib/contract/week.ts'
import { may } from '#lib/domain/permissions.ts'
import type { Ctx } from '../context.ts'
import { absencesSoon } from './absences.ts'
import { selectCards } from './cards.ts'
import { namingLine } from './inbox.ts'
import { keptUntilChange } from './kept.ts'
import { leadOf } from './lead.ts'
import { timeboxes } from './milestones.ts'
import { openActions } from './retrospective-actions.ts'
import { planOf } from './week-plan.ts'
import { updatesDue } from './updates-due.ts'
import { daysToConfirm } from './week-days.ts'

const MOST = 50
const NEXT = 6

const keptLead = keptUntilChange((ctx, _: void, newest) => leadOf(ctx, newest))
const keptPlan = keptUntilChange((ctx, _: void, newest) => planOf(ctx, newest))

/**
 * What needs the reader in this group. What EM and PM look after is the same for all of them, and read once after each change.
 *
 * @param newest the group's last event as it was read together with the session; without it everything is read again
 */
export async function readWeek(ctx: Ctx, newest: number | null = null): Promise<Week> {
  const me = ctx.actor.id
  const [days, updates, actions, mentions, handOvers, weighings, mine, absences, next, lead, plan] =
    await Promise.all([
      me !== null && may(ctx.actor, 'pto.own') ? daysToConfirm(ctx) : null,
      updatesDue(ctx),
      actionsOf(ctx),
      mentionsOf(ctx),
      handOversFor(ctx),
      weighingsOf(ctx),
      me === null ? [] : selectCards(ctx, { personId: me, state: 'open' }),
      me === null ? [] : absencesSoon(ctx, me),
      may(ctx.actor, 'issue.take') ? nextOf(ctx) : [],
      may(ctx.actor, 'deliverable.set') ? keptLead(ctx, newest) : null,
      may(ctx.actor, 'planning.order') ? keptPlan(ctx, newest) : null,
    ])
  const drives = mine.some(({ dri }) => dri === ctx.actor.handle)
  const away = (drives && absences[0]) || null
  return { days, updates, actions, mentions, handOvers, weighings, mine, away, next, lead, plan }
}

const visible =
  'join issues i on i.group_id = w.group_id and i.number = w.issue_number and ($3 or not i.confidential)'
const values = (ctx: Ctx) => [ctx.group.id, ctx.actor.id, may(ctx.actor, 'see.confidential')]

async function actionsOf(ctx: Ctx): Promise<Week['actions']> {
  if (ctx.actor.id === null) return []
  const all = await openActions(ctx, ctx.actor.id)
  return all.slice(0, MOST).map(({ id, month, text, dueOn }) => ({ id, month, text, dueOn }))
}

async function mentionsOf(ctx: Ctx): Promise<Week['mentions']> {
  const { rows } = await ctx.db.query<Omit<Week['mentions'][number], 'at'> & { at: Date }>({
    name: 'week-mentions',
    text: `select i.number as ref, i.title, coalesce(p.name, 'Saydo') as by, w.created_at as at, w.comment_id as comment,
        coalesce(left(c.body, 240), ${namingLine('i.description', '$4')}, '') as words
      from mentions w ${visible} left join people p on p.id = w.by_id
      left join comments c on c.group_id = w.group_id and c.id = w.comment_id
      where w.group_id = $1 and w.person_id = $2 and w.acknowledged_at is null order by w.created_at limit ${MOST}`,
    values: [...values(ctx), ctx.actor.handle],
  })
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
}

async function handOversFor(ctx: Ctx): Promise<Week['handOvers']> {
  const { rows } = await ctx.db.query<Omit<Week['handOvers'][number], 'at'> & { at: Date }>({
    name: 'week-hand-overs',
    text: `select i.number as ref, i.title, w.id as offer, f.name as "from", b.name as by, w.at, w.context
      from hand_overs w ${visible} join people f on f.id = w.from_id join people b on b.id = w.by_id
      where w.group_id = $1 and w.to_id = $2 and w.outcome is null and i.state = 'open' order by w.at limit ${MOST}`,
    values: values(ctx),
  })
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
}

async function weighingsOf(ctx: Ctx): Promise<Week['weighings']> {
  const { rows } = await ctx.db.query<Omit<Week['weighings'][number], 'at'> & { at: Date }>({
    name: 'week-weighings',
    text: `select i.number as ref, i.title, coalesce(p.name, 'Saydo') as by, w.opened_at as at
      from weighings w ${visible} join weighing_votes v on v.group_id = w.group_id and v.weighing_id = w.id
      left join people p on p.id = w.opened_by_id
      where w.group_id = $1 and v.person_id = $2 and v.voted_at is null and w.closed_at is null and w.revealed_at is null
      order by w.opened_at limit ${MOST}`,
    values: values(ctx),
  })
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
}

/** Handbook › Epics and Tech Leads: "Any engineer on the team can work on the issues in the epic, self-assigned". */
async function nextOf(ctx: Ctx): Promise<Week['next']> {
  const { current } = await timeboxes(ctx)
  if (!current) return []
  const { rows } = await ctx.db.query<{ ids: number[] }>({
    name: 'week-ready',
    text: `select array_agg(id) as ids from labels
      where group_id = $1 and meaning in ('deliverable', 'workflow.ready-for-development')`,
    values: [ctx.group.id],
  })
  const labelIds = rows[0]?.ids ?? []
  if (labelIds.length < 2) return []
  const asked = { milestoneId: Number(current.id), labelIds, state: 'open', undriven: true } as const
  return selectCards(ctx, asked, { order: 'group', limit: NEXT })
}

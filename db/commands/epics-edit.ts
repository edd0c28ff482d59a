import type { InputOf } from '#lib/contract/endpoint.ts'
import type {
  closeEpic as close,
  editEpic as edit,
  leadEpic as lead,
  reopenEpic as reopen,
} from '#lib/contract/epics.ts'
import type { EventData } from '#lib/domain/events.ts'
import { whyNotCloseEpic, whyNotLead, whyNotReopenEpic, whyNotTechLead } from '#lib/domain/epics.ts'
import { may, type Role } from '#lib/domain/permissions.ts'
import { epicSubject } from '#lib/domain/subjects.ts'
import { Failure, insist, notFound } from '#lib/kit/failure.ts'
import { authorise, type Ctx } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { record } from '../events/record.ts'
import { lastEvent } from '../queries/events.ts'
import { memberByHandle, type PersonRef } from '../queries/facts.ts'
import { waitingOffer } from '../queries/hand-overs.ts'
import { beginDri, endDri } from './issues/dri.ts'

type Facts = {
  number: number
  title: string
  description: string
  version: number
  closed: boolean
  lead: PersonRef | null
  total: number
  open: number
}

export async function epicFacts(ctx: Ctx, number: number): Promise<Facts> {
  const { rows } = await ctx.db.query<Facts>(
    `select e.number, e.title, e.description, e.version, e.closed_at is not null as closed,
        (select jsonb_build_object('id', p.id, 'handle', p.handle, 'name', p.name) from people p where p.id = e.tech_lead_id) as lead,
        count(i.number)::int as total, (count(i.number) filter (where i.state = 'open'))::int as open
      from epics e left join issues i on i.group_id = e.group_id and i.epic_number = e.number
      where e.group_id = $1 and e.number = $2 group by e.group_id, e.number`,
    [ctx.group.id, number],
  )
  if (!rows[0]) throw notFound(`Epic &${number}`)
  return rows[0]
}

export const editEpic = (ctx: Ctx, { epic, version, title, description }: InputOf<typeof edit>) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'epic.edit')
    const now = await epicFacts(ctx, epic)
    const change = {
      ...(title !== undefined && title !== now.title ? { title: { from: now.title, to: title } } : {}),
      ...(description !== undefined && description !== now.description
        ? { description: { from: now.description, to: description } }
        : {}),
    }
    if (Object.keys(change).length === 0) return unchanged(ctx, epic)
    if (version !== now.version) await insistOnSameTexts(ctx, now, change, version)
    await ctx.db.query(
      'update epics set title = $3, description = $4, version = version + 1 where group_id = $1 and number = $2',
      [ctx.group.id, epic, title ?? now.title, description ?? now.description],
    )
    const data = { number: epic, ...change, version: now.version + 1 }
    return { number: epic, event: await record(ctx, { type: 'epic.edited', data }) }
  })

type TextChange = Pick<EventData<'epic.edited'>, 'title' | 'description'>
type Edit = { by: string; data: EventData<'epic.edited'> }

/** Throws both texts at an editor of one that another person has changed since the version they saw. */
async function insistOnSameTexts(ctx: Ctx, now: Facts, change: TextChange, version: number): Promise<void> {
  const { rows } = await ctx.db.query<Edit>(
    `select coalesce(p.name, 'Saydo') as by, e.data from events e left join people p on p.id = e.actor_id
      where e.group_id = $1 and e.subject_kind = 'epic' and e.subject_key = $2 and e.type = 'epic.edited'
        and (e.data->>'version')::int > $3 order by e.number desc`,
    [ctx.group.id, String(now.number), version],
  )
  const since = rows.find(
    ({ data }) => (change.title && data.title) || (change.description && data.description),
  )
  if (!since) return
  throw new Failure('stale', `${since.by} edited this epic while you were editing. Choose a version.`, {
    rule: 'stale',
    yours: {
      title: change.title?.to ?? now.title,
      description: change.description?.to ?? now.description,
    },
    theirs: { title: now.title, description: now.description },
    version: now.version,
    by: since.by,
  })
}

/**
 * Handbook › Scoping work: "Technical ownership … is delegated to a Tech Lead, an engineer who is assigned to the epic".
 * Names the first one, or leaves the epic without; from one to the next it is handed over.
 */
export const leadEpic = (ctx: Ctx, { epic, person }: InputOf<typeof lead>) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'epic.edit')
    const now = await epicFacts(ctx, epic)
    const to = person === null ? null : await engineerByHandle(ctx, person)
    if ((to?.id ?? null) === (now.lead?.id ?? null)) return unchanged(ctx, epic)
    const asked = (await waitingOffer(ctx, epicSubject(epic)))?.to.name ?? null
    const em = may(ctx.actor, 'assign.others')
    insist(whyNotLead({ lead: now.lead, to: to !== null, me: ctx.actor.id, em, asked }))
    if (now.lead) await endDri(ctx, epicSubject(epic), now.lead.id)
    const why = to?.id === ctx.actor.id ? 'took' : 'assigned'
    if (to) await beginDri(ctx, epicSubject(epic), { person: to.id, why })
    const [from, next] = [now.lead, to].map((one) => one && { id: one.id, name: one.name })
    const data = { number: epic, title: now.title, from: from ?? null, to: next ?? null }
    return { number: epic, event: await record(ctx, { type: 'epic.tech_lead_set', data }) }
  })

export async function engineerByHandle(ctx: Ctx, handle: string): Promise<PersonRef> {
  const person = await memberByHandle(ctx, handle)
  const { rows } = await ctx.db.query<{ role: Role }>(
    'select role from group_roles where group_id = $1 and person_id = $2',
    [ctx.group.id, person.id],
  )
  insist(whyNotTechLead(rows.map(({ role }) => role)))
  return person
}

export const closeEpic = (ctx: Ctx, { epic }: InputOf<typeof close>) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'epic.edit')
    const now = await epicFacts(ctx, epic)
    insist(whyNotCloseEpic(now))
    await setClosed(ctx, epic, ctx.now)
    return {
      number: epic,
      event: await record(ctx, { type: 'epic.closed', data: { number: epic, title: now.title } }),
    }
  })

export const reopenEpic = (ctx: Ctx, { epic }: InputOf<typeof reopen>) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'epic.edit')
    const now = await epicFacts(ctx, epic)
    insist(whyNotReopenEpic(now))
    await setClosed(ctx, epic, null)
    return {
      number: epic,
      event: await record(ctx, { type: 'epic.reopened', data: { number: epic, title: now.title } }),
    }
  })

const setClosed = (ctx: Ctx, epic: number, at: Date | null) =>
  ctx.db.query('update epics set closed_at = $3 where group_id = $1 and number = $2', [
    ctx.group.id,
    epic,
    at,
  ])

const unchanged = async (ctx: Ctx, number: number) => ({ number, event: await lastEvent(ctx) })

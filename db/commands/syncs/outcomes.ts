import type { InputOf, OutputOf } from '#lib/contract/endpoint.ts'
import type { recordOutcome as endpoint } from '#lib/contract/syncs.ts'
import type { OutcomeData } from '#lib/domain/events/syncs.ts'
import { whyNotFilled, whyNotRecord, whyNotRevisitOn, whyNotTaken } from '#lib/domain/syncs/outcomes.ts'
import { Failure, insist, notFound } from '#lib/kit/failure.ts'
import { authorise, type Ctx } from '../../context.ts'
import { record } from '../../events/record.ts'
import { agendaNow } from '../../queries/agenda/agenda.ts'
import { lastEvent } from '../../queries/events.ts'
import { memberByHandle } from '../../queries/facts.ts'
import { todayOf } from '../../queries/milestones.ts'
import { type OutcomeFacts, outcomesOfSync, shownOutcome } from '../../queries/sync-outcomes.ts'
import { entriesOf } from '../../queries/sync-room.ts'
import { runningSync } from '../../queries/syncs.ts'
import { inTransaction } from '../../transaction.ts'
import { carryOut, type Item, wordsOf } from './carry-out.ts'

type Input = InputOf<typeof endpoint>

/**
 * Records what comes of an item, and does it in the same act: both are there, or neither. It belongs to the sync that runs;
 * before one, to the next. The row is written first, so that the act which it causes is named by its event.
 */
export const recordOutcome = (ctx: Ctx, input: Omit<Input, 'group'>): Promise<OutputOf<typeof endpoint>> =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'sync.record')
    const text = input.text?.trim() ?? ''
    const { to = null, on = null, reason = null, decision = null, milestone, unblocked = false } = input
    insist(whyNotTaken(input.kind, fieldsOf(input)))
    insist(whyNotFilled({ kind: input.kind, to, on, reason, decision, milestone, text, unblocked }))
    if (input.kind === 'revisit') insist(whyNotRevisitOn({ day: on, today: todayOf(ctx) }))
    const running = await runningSync(ctx)
    const sync = running && running.id
    const [now, known] = await Promise.all([agendaNow(ctx, sync), outcomesOfSync(ctx, sync)])
    const entry = entriesOf({ now, began: running && running.agenda, over: [] }, known).find(
      ({ key }) => key === input.item,
    )
    if (!entry) throw notFound('That item of the agenda')
    insistOnFirst(known, input)
    const item: Item = { key: entry.key, about: entry.about }
    const person = to === null ? null : await memberByHandle(ctx, to)
    const data: Omit<OutcomeData, 'id'> = {
      sync,
      item: entry.key,
      about: entry.about && { kind: entry.about.kind, number: entry.about.ref },
      reason: entry.reasons[0] ?? { source: 'point', text: '' },
      kind: input.kind,
      person: person && { id: person.id, name: person.name },
      day: on,
      text: await wordsOf(ctx, item, { ...input, text }),
    }
    const { id, event } = await writeOutcome(ctx, data)
    await carryOut(ctx, item, { ...input, text })
    const written = (await outcomesOfSync(ctx, sync)).find((one) => one.id === id)
    if (!written) throw notFound('That item of the agenda')
    return { outcome: shownOutcome(written), event }
  })

const fieldsOf = ({
  to,
  from,
  atOnce,
  on,
  unblocked,
  reason,
  milestone,
  decision,
  version,
}: Omit<Input, 'group'>) => ({
  to,
  from,
  atOnce,
  on,
  unblocked,
  reason,
  milestone,
  decision,
  version,
})

/** @throws conflict, naming who was faster, where an outcome of this item was not seen */
function insistOnFirst(known: readonly OutcomeFacts[], { item, seen }: Pick<Input, 'item' | 'seen'>): void {
  const unseen = known.findLast((one) => one.item === item && one.id > seen)
  const refusal = whyNotRecord(
    unseen ? { name: unseen.by?.name ?? 'Another person', kind: unseen.kind } : null,
  )
  if (refusal)
    throw new Failure('conflict', refusal.because, { rule: refusal.code, outcome: unseen?.id ?? null })
}

/** @param id of an outcome that comes back as what it was */
export async function writeOutcome(
  ctx: Ctx,
  data: Omit<OutcomeData, 'id'>,
  id: number | null = null,
): Promise<{ id: number; event: number }> {
  const { about } = data
  const { rows } = await ctx.db.query<{ id: number }>({
    name: 'insert-outcome',
    text: `insert into sync_outcomes (group_id, id, sync_id, item, issue_number, epic_number, source, because, kind, person_id, day,
        text, by_id, at, event)
      values ($1, coalesce($2, nextval(pg_get_serial_sequence('sync_outcomes', 'id'))::int), $3, $4, $5, $6, $7, $8, $9, $10, $11,
        $12, $13, $14, $15) returning id`,
    values: [
      ctx.group.id,
      id,
      data.sync,
      data.item,
      about?.kind === 'issue' ? about.number : null,
      about?.kind === 'epic' ? about.number : null,
      data.reason.source,
      data.reason.text,
      data.kind,
      data.person?.id ?? null,
      data.day,
      data.text,
      ctx.actor.id,
      ctx.now,
      (await lastEvent(ctx)) + 1,
    ],
  })
  const written = rows[0]?.id ?? 0
  const event = await record(ctx, {
    type: 'agenda.recorded',
    ...onIssue(data),
    data: { id: written, ...data },
  })
  return { id: written, event }
}

/** An event about an issue names it, and stands in its journal. */
const onIssue = ({ about }: Pick<OutcomeData, 'about'>): { issue?: number } =>
  about?.kind === 'issue' ? { issue: about.number } : {}

/** What undoing it comes to: once what it caused was taken back, which comes first. */
export async function withdrawOutcome(ctx: Ctx, data: OutcomeData, number: number): Promise<number> {
  authorise(ctx, 'sync.record')
  if (await causedStands(ctx, number))
    insist({
      code: 'stands',
      because: 'What this outcome changed could not be undone, so the minutes keep it.',
    })
  await ctx.db.query({
    name: 'withdraw-outcome',
    text: 'delete from sync_outcomes where group_id = $1 and id = $2',
    values: [ctx.group.id, data.id],
  })
  return record(ctx, { type: 'agenda.withdrawn', ...onIssue(data), data: { id: data.id, ...factsOf(data) } })
}

/** What an event tells of an outcome, without what binds that event to its act. */
const factsOf = ({
  sync,
  item,
  about,
  reason,
  kind,
  person,
  day,
  text,
}: OutcomeData): Omit<OutcomeData, 'id'> => ({
  sync,
  item,
  about,
  reason,
  kind,
  person,
  day,
  text,
})

/** Whether anything of the act that an outcome caused is not taken back. */
async function causedStands(ctx: Ctx, act: number): Promise<boolean> {
  const { rows } = await ctx.db.query<{ stands: boolean }>({
    name: 'outcome-stands',
    text: `select exists (select from events e where e.group_id = $1 and e.number between $2 + 1 and $2 + 200
        and (e.data->>'act')::bigint = $2 and e.data->>'cause' is null and e.data->>'undoes' is null
        and not exists (select from events u where u.group_id = $1 and u.number > e.number
          and (u.data->>'undoes')::bigint = e.number)) as stands`,
    values: [ctx.group.id, act],
  })
  return rows[0]?.stands ?? false
}

/** And undoing that: as it was, with its sync where that is still there. */
export async function restoreOutcome(ctx: Ctx, data: OutcomeData): Promise<number> {
  authorise(ctx, 'sync.record')
  return (await writeOutcome(ctx, factsOf(data), data.id)).event
}

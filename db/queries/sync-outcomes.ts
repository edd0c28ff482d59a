import type { Outcome } from '#lib/contract/syncs.ts'
import type { OutcomeData } from '#lib/domain/events/syncs.ts'
import { may } from '#lib/domain/permissions.ts'
import type { NumberedKind } from '#lib/domain/subjects.ts'
import { outcomeText, type SyncOutcome } from '#lib/domain/syncs/outcomes.ts'
import type { Ctx } from '../context.ts'

type Person = { id: string; handle: string; name: string }
/** An outcome with names. */
export type OutcomeFacts = {
  id: number
  sync: number | null
  item: string
  about: { kind: NumberedKind; ref: number; title: string } | null
  reason: OutcomeData['reason']
  kind: SyncOutcome
  person: Person | null
  day: string | null
  text: string
  by: Person | null
  at: Date
  event: number
}

const person = (id: string) =>
  `(select jsonb_build_object('id', p.id, 'handle', p.handle, 'name', p.name) from people p where p.id = ${id})`

/** $1 is the group, $2 whether confidential issues are seen: what came of one is as hidden as the issue. */
const COLUMNS = `select o.id, o.sync_id as sync, o.item, o.kind, o.day, o.text, o.at, o.event,
    jsonb_build_object('source', o.source, 'text', o.because) as reason, ${person('o.person_id')} as person, ${person('o.by_id')} as by,
    case when i.number is not null then jsonb_build_object('kind', 'issue', 'ref', i.number, 'title', i.title)
      when e.number is not null then jsonb_build_object('kind', 'epic', 'ref', e.number, 'title', e.title) end as about
  from sync_outcomes o
  left join issues i on i.group_id = o.group_id and i.number = o.issue_number
  left join epics e on e.group_id = o.group_id and e.number = o.epic_number
  where o.group_id = $1 and ($2 or i.confidential is not true)`

/** What came of the items of a sync, in the order in which it was recorded; null for what waits for the next one. */
export async function outcomesOfSync(ctx: Ctx, sync: number | null): Promise<OutcomeFacts[]> {
  const { rows } = await ctx.db.query<OutcomeFacts>({
    name: 'outcomes-of-sync',
    text: `${COLUMNS} and o.sync_id is not distinct from $3 order by o.id`,
    values: [ctx.group.id, may(ctx.actor, 'see.confidential'), sync],
  })
  return rows
}

/** As the contract shows it. */
export const shownOutcome = ({ id, item, about, kind, day, text, event, ...one }: OutcomeFacts): Outcome => ({
  id,
  item,
  about,
  kind,
  day,
  text,
  event,
  sentence: outcomeText({ kind, day, text, person: one.person && one.person.name }),
  person: one.person && { handle: one.person.handle, name: one.person.name },
  by: one.by && { handle: one.by.handle, name: one.by.name },
  at: one.at.toISOString(),
})

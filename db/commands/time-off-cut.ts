import { daysWithout } from '#lib/domain/sandbox/away.ts'
import { actOfChange, overlaps, type TimeOffDays } from '#lib/domain/time-off.ts'
import { authorise, type Ctx } from '../context.ts'
import { memberByHandle } from '../queries/facts.ts'
import { entriesAround, type KeptEntry } from '../queries/time-off.ts'
import { inTransaction } from '../transaction.ts'
import { addDetails, changeEntry, dropEntry, insertEntry, recordAdded } from './time-off-rows.ts'

/** Takes days out of what a person has entered. What is left of an entry stays as it is, with its kind and note. */
export const cutTimeOff = (ctx: Ctx, { person, ...days }: TimeOffDays & { person: string }): Promise<void> =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, actOfChange(person === ctx.actor.handle))
    const { id } = await memberByHandle(ctx, person)
    for (const entry of await entriesAround(ctx, id, days))
      if (overlaps(entry, days)) await cutEntry(ctx, entry, days)
  })

/** What is left before the days keeps the entry; what is left behind them too is an entry of its own. */
async function cutEntry(ctx: Ctx, entry: KeptEntry, days: TimeOffDays): Promise<void> {
  const [first, second] = daysWithout(entry, [days])
  if (!first) {
    await dropEntry(ctx, entry)
    return
  }
  await changeEntry(ctx, entry, { ...first, details: entry.details })
  if (!second) return
  const { person, kind, note } = entry
  const id = await insertEntry(ctx, person, { ...second, splitOff: entry.id })
  const details = await addDetails(ctx, id, { kind, note })
  await recordAdded(ctx, { id, person }, { ...second, details }, { was: entry })
}

import type { InputOf, OutputOf } from '#lib/contract/endpoint.ts'
import type {
  addTimeOff as adding,
  editTimeOff as editing,
  removeTimeOff as removing,
} from '#lib/contract/time-off.ts'
import type { PersonRef } from '#lib/domain/event-refs.ts'
import {
  actOfChange,
  daysAway,
  joined,
  overlaps,
  type TimeOffDays,
  timeOffWarnings,
  whyNotDays,
  whyNotOverlap,
  whyNotTimeOffOf,
} from '#lib/domain/time-off.ts'
import { daysOf, workIn } from '#lib/domain/working-times.ts'
import { insist, notFound } from '#lib/kit/failure.ts'
import { authorise, type Ctx } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { roleHolder } from '../queries/people.ts'
import { entriesAround, entryById, type KeptEntry } from '../queries/time-off.ts'
import { calendarsOf } from '../queries/working-times.ts'
import {
  addDetails,
  changeEntry,
  type Details,
  dropEntry,
  insertEntry,
  recordAdded,
} from './time-off-rows.ts'

type Answer = OutputOf<typeof adding>
/** What was written: whose, with the entries that became one with it. */
type Written = {
  id: number
  person: PersonRef
  handle: string
  days: TimeOffDays
  event: number
  met: readonly KeptEntry[]
}
type Wanted = TimeOffDays & Details

/** Adds time off of the actor, or of another person where the actor may. */
export const addTimeOff = async (
  ctx: Ctx,
  input: InputOf<typeof adding> & { sample?: boolean },
): Promise<Answer> => answer(ctx, await added(ctx, input))

const added = (ctx: Ctx, input: InputOf<typeof adding> & { sample?: boolean }): Promise<Written> =>
  inTransaction(ctx, async (ctx) => {
    const { person: handle = ctx.actor.handle, from, to, fromNoon = false, untilNoon = false } = input
    authorise(ctx, actOfChange(handle === ctx.actor.handle))
    const { id, name, roles } = await roleHolder(ctx, handle)
    insist(whyNotTimeOffOf({ name, roles, admin: false }))
    const wanted = { fromOn: from, toOn: to, fromNoon, untilNoon, kind: input.kind, note: input.note ?? '' }
    insist(whyNotDays(wanted))
    const met = await overlapping(ctx, { id, name }, wanted)
    const [first, ...others] = met
    if (first) return joinInto(ctx, first, others, { wanted, handle, met })
    const entry = {
      id: await insertEntry(ctx, { id, name }, { ...onlyDays(wanted), sample: input.sample }),
      person: { id, name },
    }
    const details = await addDetails(ctx, entry.id, wanted)
    const event = await recordAdded(ctx, entry, { ...onlyDays(wanted), details })
    return { ...entry, handle, days: wanted, event, met: [] }
  })

export const editTimeOff = async (ctx: Ctx, input: InputOf<typeof editing>): Promise<Answer> =>
  answer(ctx, await edited(ctx, input))

const edited = (ctx: Ctx, { entry: wanted, ...fields }: InputOf<typeof editing>): Promise<Written> =>
  inTransaction(ctx, async (ctx) => {
    const entry = await changeable(ctx, wanted)
    const { handle } = await holderOf(ctx, entry.person)
    const to: Wanted = {
      fromOn: fields.from ?? entry.fromOn,
      toOn: fields.to ?? entry.toOn,
      fromNoon: fields.fromNoon ?? entry.fromNoon,
      untilNoon: fields.untilNoon ?? entry.untilNoon,
      kind: fields.kind ?? entry.kind,
      note: fields.note ?? entry.note,
    }
    insist(whyNotDays(to))
    const met = (await overlapping(ctx, entry.person, to, entry.id)).filter(({ id }) => id !== entry.id)
    return joinInto(ctx, entry, met, { wanted: to, handle, met, instead: true })
  })

export const removeTimeOff = (
  ctx: Ctx,
  { entry }: InputOf<typeof removing>,
): Promise<OutputOf<typeof removing>> =>
  inTransaction(ctx, async (ctx) => ({ event: await dropEntry(ctx, await changeable(ctx, entry)) }))

/** An entry that is there, of which the actor may change days and details. */
export async function changeable(ctx: Ctx, id: number): Promise<KeptEntry> {
  const entry = await entryById(ctx, id)
  if (!entry || entry.removed) throw notFound('This time off')
  authorise(ctx, actOfChange(entry.person.id === ctx.actor.id))
  return entry
}

/** What of the person is in the way of these days: of the same kind, for another kind is refused. */
async function overlapping(ctx: Ctx, person: PersonRef, wanted: Wanted, except = 0): Promise<KeptEntry[]> {
  const others = (await entriesAround(ctx, person.id, wanted)).filter(({ id }) => id !== except)
  insist(whyNotOverlap(wanted, others, person.name))
  return others.filter((one) => overlaps(one, wanted))
}

type Joining = { wanted: Wanted; handle: string; met: readonly KeptEntry[]; instead?: boolean }

/** The first entry takes the days of all; the others go before it does, so that no two overlap at any moment. */
async function joinInto(
  ctx: Ctx,
  first: KeptEntry,
  others: readonly KeptEntry[],
  { wanted, handle, met, instead = false }: Joining,
): Promise<Written> {
  const days = joined(wanted, instead ? others : [first, ...others])
  insist(whyNotDays(days))
  for (const one of others) await dropEntry(ctx, one)
  const notes = new Set([...(instead ? [] : [first.note]), wanted.note, ...others.map(({ note }) => note)])
  const note = [...notes].filter(Boolean).join('\n')
  const same = first.kind === wanted.kind && first.note === note
  const details = same ? first.details : await addDetails(ctx, first.id, { kind: wanted.kind, note })
  const event = await changeEntry(ctx, first, { ...days, details })
  return { id: first.id, person: first.person, handle, days, event, met }
}

const onlyDays = ({ fromOn, toOn, fromNoon, untilNoon }: TimeOffDays): TimeOffDays => ({
  fromOn,
  toOn,
  fromNoon,
  untilNoon,
})

/** Working days are counted by the person's own calendar, once the group's lock is free: the list of countries takes its time. */
async function answer(ctx: Ctx, { id, person, handle, days, event, met }: Written): Promise<Answer> {
  const { fromOn, toOn, fromNoon, untilNoon } = days
  const { members } = await calendarsOf(ctx, fromOn, toOn)
  const calendar = members.find((one) => one.id === person.id) ?? { times: [], holidays: [] }
  const away = daysAway(days, workIn(daysOf(calendar, fromOn, toOn)))
  return {
    entry: { id, person: handle, from: fromOn, to: toOn, fromNoon, untilNoon },
    warnings: timeOffWarnings({ joined: met, days: away }),
    event,
  }
}

async function holderOf(ctx: Ctx, { id }: PersonRef): Promise<{ handle: string }> {
  const { rows } = await ctx.db.query<{ handle: string }>('select handle from people where id = $1', [id])
  if (!rows[0]) throw notFound('The person')
  return rows[0]
}

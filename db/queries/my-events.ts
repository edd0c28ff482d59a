import type { InputOf, OutputOf } from '#lib/contract/endpoint.ts'
import type { listMyEvents as endpoint, MyAct } from '#lib/contract/events.ts'
import type { AnyEvent } from '#lib/domain/events.ts'
import {
  changedSince,
  superseded,
  partsOf,
  sinceText,
  TAKEN_BACK,
  whyNotUndo,
  WITH_ITS_CAUSE,
} from '#lib/domain/undo.ts'
import type { Ctx } from '../context.ts'
import { type ActEvent, laterThan } from './acts.ts'
import type { EventRow } from './event-rows.ts'
import { entryOf, myRows } from './events.ts'

const ONE_DAY = 86_400_000
/** So many sentences of one act are told; of the others only how many there are. */
const MOST_TOLD = 20

type Mine = ActEvent & { row: EventRow }

/** What the reader did in the last day, act by act, and whether each can be taken back as things are now. */
export async function listMyEvents(
  ctx: Ctx,
  { cursor, limit = 50 }: Omit<InputOf<typeof endpoint>, 'group'>,
): Promise<OutputOf<typeof endpoint>> {
  const after = new Date(ctx.now.getTime() - ONE_DAY)
  const rows = await myRows(ctx, {
    after,
    before: cursor === undefined ? null : Number(cursor),
    limit: limit + 1,
  })
  const acts = [
    ...Map.groupBy(
      rows.map((row) => mineOf(ctx, row)),
      ({ act }) => act,
    ),
  ].map(([, act]) => act)
  const page = acts.slice(0, limit)
  const later = await laterThan(ctx, page.toReversed().flat())
  const judge = judgeOf(ctx, later)
  return {
    items: page.map((act) => myActOf(act, judge)),
    next: acts.length > limit ? String(page.at(-1)?.[0]?.act) : null,
  }
}

function mineOf(ctx: Ctx, row: EventRow): Mine {
  const { number, data, actorName, at, issue, type } = row
  const bond = (name: 'undoes' | 'cause') => (data[name] ? Number(data[name]) : null)
  const bonds = { act: Number(data['act'] ?? number), undoes: bond('undoes'), cause: bond('cause') }
  // safe because the database holds only what `record` wrote, whose types are those of the law
  const event = { type, data } as AnyEvent
  return { ...event, number, ...bonds, actorId: ctx.actor.id, actorName, at, issue, row }
}

type Judge = (part: ActEvent) => string | null

function judgeOf(ctx: Ctx, later: readonly ActEvent[]): Judge {
  const byIssue = Map.groupBy(later, ({ issue }) => issue)
  const gone = superseded(later)
  return (part) => {
    const refusal = whyNotUndo({ type: part.type, mine: true, at: part.at, now: ctx.now })
    if (refusal) return refusal.because
    if (gone.undone.has(part.number)) return TAKEN_BACK
    const since = changedSince(part, byIssue.get(part.issue) ?? [], gone)
    return since && sinceText(part, since, since.actorId === ctx.actor.id ? 'You' : since.actorName)
  }
}

/** One act as one line, by what was done first; what it brought about is told with it. */
function myActOf(act: readonly Mine[], judge: Judge): MyAct {
  const parts = partsOf(act)
  const lead = parts.at(-1) ?? act[0]
  if (!lead) throw new Error('There is no act without an event.')
  const whys = parts.map(judge)
  const others = act.filter(({ number }) => number !== lead.number)
  return {
    ...entryOf(lead.row, true),
    also: others.slice(0, MOST_TOLD).map(({ row }) => entryOf(row, true).sentence),
    parts: act.length,
    issues: new Set(act.flatMap(({ issue }) => issue ?? [])).size,
    whyNotUndo: whys.length === 0 ? WITH_ITS_CAUSE : whys.includes(null) ? null : (whys[0] ?? null),
  }
}

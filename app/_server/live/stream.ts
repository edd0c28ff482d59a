import { selectCards } from '#db/queries/cards.ts'
import { eventsAfter, lastEvent } from '#db/queries/events.ts'
import {
  BEAT_MS,
  LIVE_AWAY,
  LIVE_BEAT,
  LIVE_DAY,
  LIVE_GONE,
  LIVE_PRESENT,
  LIVE_RESET,
} from '#lib/contract/live.ts'
import { may } from '#lib/domain/permissions.ts'
import { dayIn } from '#lib/kit/zone.ts'
import { buildName } from '../build.ts'
import type { Door } from '../context.ts'
import { metrics } from '../metrics.ts'
import { Access } from './access.ts'
import { feed } from './feed.ts'
import { messageOf } from './message.ts'
import { oneAtATime } from './one-at-a-time.ts'
import { enterRoom } from './presence.ts'

/**
 * A reader further behind than this, or whose neighbouring ranks were spread anew, is not told each event: it
 * refreshes everything, which is faster.
 */
const MOST_BEHIND = 500

type Write = (chunk: string) => void

/** Tells one reader what happens in a group, from `after` on, until they leave or lose access. */
export function liveStream(
  door: Door,
  secret: string | null,
  after: number,
  signal: AbortSignal,
): ReadableStream {
  const leaves: (() => void)[] = []
  const leave = () => leaves.splice(0).forEach((one) => one())
  return new ReadableStream({
    start(controller) {
      const encoder = new TextEncoder()
      const end = () => {
        if (leaves.length === 0) return
        leave()
        controller.close()
      }
      const write: Write = (chunk) => leaves.length > 0 && controller.enqueue(encoder.encode(chunk))
      const ctx = door.ctx()
      const tellAs = teller(door, after, write)
      // Who may still be told is settled before each telling, never beside it.
      const tell = oneAtATime(async () => {
        const reader = await access.ask()
        if (typeof reader !== 'string') return await tellAs(reader)
        write(`event: ${LIVE_GONE}\ndata: ${JSON.stringify({ because: reader })}\n\n`)
        end()
      })
      const access = new Access(door, secret, tell)
      const beat = () => write(`event: ${LIVE_BEAT}\ndata: ${JSON.stringify({ build: buildName() })}\n\n`)
      const beats = setInterval(beat, BEAT_MS)
      metrics().streams.inc()
      leaves.push(
        () => metrics().streams.dec(),
        () => clearInterval(beats),
        () => access.forget(),
        feed().join({
          groupId: ctx.group.id,
          personId: door.who.personId,
          onEvents: tell,
          onAccess: () => access.doubt(),
          onAway: () => write(`event: ${LIVE_AWAY}\ndata: {}\n\n`),
        }),
      )
      signal.addEventListener('abort', end)
      write('retry: 1000\n\n')
      beat()
      leaves.push(
        enterRoom(ctx.group.id, ctx.actor.handle, (people) => {
          write(`event: ${LIVE_PRESENT}\ndata: ${JSON.stringify({ people })}\n\n`)
        }),
      )
      void feed().start().catch(end)
      tell()
    },
    cancel: leave,
  })
}

/** Tells a reader as who they are by now; what they saw before they saw more, or less, is not theirs any more. */
function teller(door: Door, after: number, write: Write): (reader: Door) => Promise<void> {
  let [told, sawAll, toldDay] = [after, seesAll(door), '']
  const reset = () => write(`event: ${LIVE_RESET}\nid: ${told}\ndata: {}\n\n`)
  return async (reader) => {
    const ctx = { ...reader.ctx(), now: new Date() }
    const day = dayIn(ctx.group.zone, ctx.now)
    if (day !== toldDay) write(`event: ${LIVE_DAY}\ndata: ${JSON.stringify({ day })}\n\n`)
    toldDay = day
    const all = seesAll(reader)
    if (all !== sawAll) {
      told = await lastEvent(ctx)
      sawAll = all
      return reset()
    }
    const rows = await eventsAfter(ctx, told, MOST_BEHIND + 1)
    const newest = rows.at(-1)
    if (!newest) return
    if (rows.length > MOST_BEHIND || rows.some((row) => row.data.spread)) {
      // whoever refreshes everything has seen also what these rows are too few to hold
      told = rows.length > MOST_BEHIND ? await lastEvent(ctx) : newest.number
      return reset()
    }
    const refs = [
      ...new Set(rows.flatMap((row) => (row.issue !== null && (all || !row.hidden) ? [row.issue] : []))),
    ]
    const cards = new Map(
      (refs.length === 0 ? [] : await selectCards(ctx, { refs })).map((card) => [card.ref, card]),
    )
    for (const row of rows)
      write(`id: ${row.number}\ndata: ${JSON.stringify(messageOf(row, cards, all))}\n\n`)
    told = newest.number
  }
}

const seesAll = (door: Door): boolean => may(door.ctx().actor, 'see.confidential')

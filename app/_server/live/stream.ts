import { selectCards } from '#db/queries/cards.ts'
import { entryOf, eventsAfter, lastEvent, type EventRow } from '#db/queries/events.ts'
import { LIVE_GONE, LIVE_LEFT, LIVE_PRESENT, LIVE_RESET, type LiveMessage } from '#lib/contract/live.ts'
import { may } from '#lib/domain/permissions.ts'
import { doorWith, type Door } from '../context.ts'
import { log } from '../log.ts'
import { metrics } from '../metrics.ts'
import { feed } from './feed.ts'
import { enterRoom } from './presence.ts'

/**
 * A reader further behind than this, or whose neighbouring ranks were spread anew, is not told each event: it
 * refreshes everything, which is faster.
 */
const MOST_BEHIND = 500
const HEARTBEAT_MS = 15_000
/** Access is asked about again this often, should a notification ever be lost. */
const ACCESS_MS = 60_000

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
      const tell = oneAtATime(teller(door, after, write))
      const check = oneAtATime(async () => {
        if (await stillWelcome(secret, ctx.group.slug)) return
        write(`event: ${LIVE_GONE}\ndata: {}\n\n`)
        end()
      })
      const beat = setInterval(() => write(': beat\n\n'), HEARTBEAT_MS)
      const ask = setInterval(check, ACCESS_MS)
      metrics().streams.inc()
      leaves.push(
        () => metrics().streams.dec(),
        () => clearInterval(beat),
        () => clearInterval(ask),
        feed().join({ groupId: ctx.group.id, personId: door.who.personId, onEvents: tell, onAccess: check }),
      )
      signal.addEventListener('abort', end)
      write('retry: 1000\n\n')
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

async function stillWelcome(secret: string | null, group: string): Promise<boolean> {
  try {
    return (await doorWith(secret, group)).who.group !== null
  } catch (error) {
    // A database that is away takes nobody's access; a session that is gone does.
    return !(error instanceof Error && 'code' in error && error.code === 'signed_out')
  }
}

function teller(door: Door, after: number, write: Write): () => Promise<void> {
  let told = after
  return async () => {
    const ctx = { ...door.ctx(), now: new Date() }
    const rows = await eventsAfter(ctx, told, MOST_BEHIND + 1)
    const newest = rows.at(-1)
    if (!newest) return
    if (rows.length > MOST_BEHIND || rows.some((row) => row.data.spread)) {
      // whoever refreshes everything has seen also what these rows are too few to hold
      told = rows.length > MOST_BEHIND ? await lastEvent(ctx) : newest.number
      return write(`event: ${LIVE_RESET}\nid: ${told}\ndata: {}\n\n`)
    }
    const seesAll = may(ctx.actor, 'see.confidential')
    const refs = [
      ...new Set(rows.flatMap((row) => (row.issue !== null && (seesAll || !row.hidden) ? [row.issue] : []))),
    ]
    const cards = new Map(
      (refs.length === 0 ? [] : await selectCards(ctx, { refs })).map((card) => [card.ref, card]),
    )
    for (const row of rows) {
      const message = seesAll || !row.hidden ? openMessage(row, cards) : hiddenMessage(row)
      write(`id: ${row.number}\ndata: ${JSON.stringify(message)}\n\n`)
    }
    told = newest.number
  }
}

function openMessage(row: EventRow, cards: Map<number, NonNullable<LiveMessage['card']>>): LiveMessage {
  const { number, type, actor, sentence } = entryOf(row, true)
  return {
    number,
    type,
    actor,
    sentence,
    issue: row.issue,
    card: (row.issue !== null && cards.get(row.issue)) || null,
  }
}

/**
 * What the reader may not see is a bare number. That an issue became confidential is told with its number, which the
 * reader knew until then: it leaves their open boards and lists at once, and nothing is said about why.
 */
const hiddenMessage = ({ number, type, issue, data }: EventRow): LiveMessage => {
  const left = type === 'issue.confidential_set' && data.to === true
  return {
    number,
    type: left ? LIVE_LEFT : 'hidden',
    actor: null,
    sentence: '',
    issue: left ? issue : null,
    card: null,
  }
}

/** Runs again after the present run when it was called meanwhile: no wake is lost, and two never run at once. */
function oneAtATime(run: () => Promise<void>): () => void {
  let state: 'idle' | 'busy' | 'again' = 'idle'
  const go = async () => {
    state = 'busy'
    try {
      await run()
    } catch (error) {
      log.debug({ err: error }, 'a live stream could not be told; it is woken again with the next event')
    }
    const again = (state as string) === 'again'
    state = 'idle'
    if (again) void go()
  }
  return () => {
    if (state === 'idle') void go()
    else state = 'again'
  }
}

import { lastEvent } from '#db/queries/events.ts'
import { countInbox } from '#db/queries/inbox.ts'
import {
  BEAT_MS,
  LIVE_AWAY,
  LIVE_BEAT,
  LIVE_DAY,
  LIVE_GONE,
  LIVE_INBOX,
  LIVE_PRESENT,
  LIVE_RESET,
  LIVE_ROOM,
} from '#lib/contract/live.ts'
import { may } from '#lib/domain/permissions.ts'
import { dayIn } from '#lib/kit/zone.ts'
import { buildName } from '../build.ts'
import type { RequestContext } from '../context.ts'
import { metrics } from '../metrics.ts'
import { Access } from './access.ts'
import { feed } from './feed.ts'
import type { Newsroom } from './newsroom.ts'
import { oneAtATime } from './one-at-a-time.ts'
import { enterRoom } from './presence.ts'

type Write = (chunk: string | Uint8Array) => void

/** Tells one reader what happens in a group, from `after` on, until they leave or lose access. */
export function liveStream(
  context: RequestContext,
  secret: string | null,
  after: number,
  signal: AbortSignal,
): ReadableStream {
  const leaves: (() => void)[] = []
  const leave = () => leaves.splice(0).forEach((one) => one())
  return new ReadableStream({
    start(controller) {
      const end = () => {
        if (leaves.length === 0) return
        leave()
        controller.close()
      }
      const write: Write = (chunk) =>
        leaves.length > 0 && controller.enqueue(typeof chunk === 'string' ? encoder.encode(chunk) : chunk)
      const ctx = context.ctx()
      const tellers: Teller[] = []
      // Who may still be told is settled before each telling, never beside it.
      const tell = oneAtATime(async () => {
        const reader = await access.ask()
        if (typeof reader === 'string') {
          write(`event: ${LIVE_GONE}\ndata: ${JSON.stringify({ because: reader })}\n\n`)
          return end()
        }
        for (const tellAs of tellers) await tellAs(reader)
      })
      const access = new Access(context, secret, tell)
      const { newsroom, leave: unfollow } = feed().follow(ctx.group, context.newest, tell)
      const inbox = inboxTeller(write)
      const onInbox = () => {
        inbox.doubt()
        tell()
      }
      tellers.push(newsTeller(context, { after, newsroom, write, onVisibility: inbox.doubt }), inbox.tell)
      const beat = () => write(`event: ${LIVE_BEAT}\ndata: ${JSON.stringify({ build: buildName() })}\n\n`)
      const beats = setInterval(beat, BEAT_MS)
      metrics().streams.inc()
      leaves.push(
        () => metrics().streams.dec(),
        () => clearInterval(beats),
        () => access.forget(),
        unfollow,
        feed().join({
          groupId: ctx.group.id,
          personId: context.who.personId,
          onAccess: () => access.doubt(),
          onInbox,
          onRoom: () => write(`event: ${LIVE_ROOM}\ndata: {}\n\n`),
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

type Teller = (reader: RequestContext) => Promise<void>

type Following = { after: number; newsroom: Newsroom; write: Write; onVisibility: () => void }

/** Tells a reader as who they are by now; what they saw before they saw more, or less, is not theirs any more. */
function newsTeller(context: RequestContext, { after, newsroom, write, onVisibility }: Following): Teller {
  let [sentUpTo, sawAll, sentDay] = [after, seesAll(context), '']
  const reset = (to: number) => {
    sentUpTo = to
    write(`event: ${LIVE_RESET}\nid: ${sentUpTo}\ndata: {}\n\n`)
  }
  return async (reader) => {
    const ctx = { ...reader.ctx(), now: new Date() }
    const day = dayIn(ctx.group.zone, ctx.now)
    if (day !== sentDay) write(`event: ${LIVE_DAY}\ndata: ${JSON.stringify({ day })}\n\n`)
    sentDay = day
    const all = seesAll(reader)
    if (all !== sawAll) {
      sawAll = all
      onVisibility()
      return reset(await lastEvent(ctx))
    }
    const news = await newsroom.since(sentUpTo)
    if ('refreshUpTo' in news) return reset(news.refreshUpTo)
    for (const { number, forAll, forSome, changesVisibility } of news) {
      write(all ? forAll : forSome)
      sentUpTo = number
      if (changesVisibility && !all) onVisibility()
    }
  }
}

/** Tells a reader what waits in their inbox: at first, and when it may be another. */
function inboxTeller(write: Write): { tell: Teller; doubt: () => void } {
  let isDoubted = true
  return {
    doubt: () => (isDoubted = true),
    async tell(reader) {
      if (!isDoubted) return
      isDoubted = false
      try {
        const waiting = await countInbox({ ...reader.ctx(), now: new Date() })
        write(`event: ${LIVE_INBOX}\ndata: ${JSON.stringify(waiting)}\n\n`)
      } catch (error) {
        isDoubted = true
        throw error
      }
    },
  }
}

const encoder = new TextEncoder()

const seesAll = (context: RequestContext): boolean => may(context.ctx().actor, 'see.confidential')

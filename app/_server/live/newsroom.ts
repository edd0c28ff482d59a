import { pool } from '#db/connection.ts'
import { type Ctx, type GroupKey, THE_CLOCK } from '#db/context.ts'
import { selectCards } from '#db/queries/cards.ts'
import { type EventRow } from '#db/queries/event-rows.ts'
import { eventsAfter, lastEvent } from '#db/queries/events.ts'
import { messageOf } from './message.ts'
import { oneAtATime } from './one-at-a-time.ts'

/** An event as the stream says it: to readers who see everything, and to those who see what is not hidden. */
export type NewsItem = {
  number: number
  forAll: Uint8Array
  forSome: Uint8Array
  /** Readers who do not see everything may have lost sight of an issue, or see it now. */
  changesVisibility: boolean
  /** It changed more issues than it names: readers refresh everything. */
  refreshes: boolean
}

/**
 * A reader further behind than this is not told each event: it refreshes everything, which is faster. So many events
 * are kept for readers who come a little late.
 */
const MOST_BEHIND = 500

/** What happens in a group, read once for all who listen to it in this process. */
export class Newsroom {
  readonly #group: GroupKey
  readonly #tellers = new Set<() => void>()
  #items: NewsItem[] = []
  /** `#items` holds every event behind this one, up to `#read`. */
  #begins: number
  #read: number
  /** Too much happened at once to be told: who is behind this refreshes everything. */
  #leapt = 0

  /** @param from the newest event that needs not be read: every reader knows it, or asks for it by themselves */
  constructor(group: GroupKey, from: number) {
    this.#group = group
    this.#begins = from
    this.#read = from
  }

  /** Reads what is new and has everybody told. */
  readonly wake = oneAtATime(async () => {
    const items = await readAfter(this.#ctx(), this.#read)
    if (items === 'too much') this.#leap(await lastEvent(this.#ctx()))
    else this.#add(items)
    for (const tell of this.#tellers) tell()
  })

  /** Returns the way to leave. */
  join(tell: () => void): () => void {
    this.#tellers.add(tell)
    return () => void this.#tellers.delete(tell)
  }

  get isEmpty(): boolean {
    return this.#tellers.size === 0
  }

  /** What happened behind an event, as far as it was read; or the event up to which a reader refreshes everything. */
  async since(number: number): Promise<NewsItem[] | { refreshUpTo: number }> {
    if (number < this.#leapt) return { refreshUpTo: this.#read }
    const items = number < this.#begins ? await readAfter(this.#ctx(), number) : this.#behind(number)
    if (items === 'too much') return { refreshUpTo: await lastEvent(this.#ctx()) }
    // what is refreshed holds also what these events are too few to tell
    const newest = items.at(-1)
    return newest && items.some(({ refreshes }) => refreshes) ? { refreshUpTo: newest.number } : items
  }

  #behind(number: number): NewsItem[] {
    const at = this.#items.findIndex((item) => item.number > number)
    return at < 0 ? [] : this.#items.slice(at)
  }

  #add(items: NewsItem[]): void {
    const newest = items.at(-1)
    if (!newest) return
    this.#read = newest.number
    this.#items.push(...items)
    const over = this.#items.splice(0, Math.max(0, this.#items.length - MOST_BEHIND)).at(-1)
    if (over) this.#begins = over.number
  }

  #leap(to: number): void {
    this.#items = []
    this.#begins = to
    this.#read = to
    this.#leapt = to
  }

  #ctx(): Ctx {
    return { actor: THE_CLOCK, group: this.#group, now: new Date(), db: pool() }
  }
}

/** @param ctx of one who sees everything: what others may know is decided event by event */
async function readAfter(ctx: Ctx, after: number): Promise<NewsItem[] | 'too much'> {
  const rows = await eventsAfter(ctx, after, MOST_BEHIND + 1)
  if (rows.length > MOST_BEHIND) return 'too much'
  const refs = [...new Set(rows.flatMap(({ issue }) => issue ?? []))]
  const cards = refs.length === 0 ? [] : await selectCards(ctx, { refs })
  const byRef = new Map(cards.map((card) => [card.ref, card]))
  // what became confidential in between is not shown to readers who do not see everything
  const open = new Map(cards.filter(({ confidential }) => !confidential).map((card) => [card.ref, card]))
  return rows.map((row) => {
    const forAll = chunkOf(row, messageOf(row, byRef, true))
    return {
      number: row.number,
      forAll,
      forSome: row.issue === null && !row.hidden ? forAll : chunkOf(row, messageOf(row, open, false)),
      changesVisibility: row.type === 'issue.confidential_set',
      refreshes: Boolean(row.data.spread),
    }
  })
}

const encoder = new TextEncoder()

const chunkOf = ({ number }: EventRow, message: object): Uint8Array =>
  encoder.encode(`id: ${number}\ndata: ${JSON.stringify(message)}\n\n`)

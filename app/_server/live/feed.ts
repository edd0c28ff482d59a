import { randomUUID } from 'node:crypto'
import { databaseUrl, pool } from '#db/connection.ts'
import type { GroupKey } from '#db/context.ts'
import { listen, sendPulse } from '#db/events/listen.ts'
import { log } from '../log.ts'
import { Newsroom } from './newsroom.ts'

type Stream = {
  groupId: number
  personId: string
  onAccess: () => void
  onInbox: () => void
  onRoom: () => void
  onAway: () => void
}

/** A word that was sent is heard within milliseconds, or whoever should hear it has lost the connection. */
const PULSE_MS = 1000
/** Readers who do nothing are told as soon that the database is away. */
const LOOK_MS = 3000

/** One listener a process, one reader of each group that is listened to, and the streams that they wake. */
export class Feed {
  readonly #newsrooms = new Map<number, Newsroom>()
  readonly #streams = new Set<Stream>()
  readonly #awaited = new Map<string, () => void>()
  #started: Promise<() => Promise<void>> | undefined
  #failed = false
  #looking: NodeJS.Timeout | undefined

  async start(): Promise<void> {
    await (this.#started ??= this.#listen())
  }

  /**
   * Whether an event of this moment would be heard here: asked by sending a word, since a connection that is lost does
   * not say so. Whoever never had to listen has lost nothing.
   */
  async hears(): Promise<boolean> {
    if (this.#started === undefined && !this.#failed) return true
    const word = randomUUID()
    let late: NodeJS.Timeout | undefined
    const heard = new Promise<boolean>((resolve) => {
      late = setTimeout(() => resolve(false), PULSE_MS)
      this.#awaited.set(word, () => resolve(true))
    })
    try {
      const sent = this.start().then(() => sendPulse(pool(), word))
      return await Promise.race([heard, sent.then(() => heard)])
    } catch {
      return false
    } finally {
      clearTimeout(late)
      this.#awaited.delete(word)
    }
  }

  /** Returns the way to leave. */
  join(stream: Stream): () => void {
    this.#streams.add(stream)
    this.#looking ??= setInterval(() => void this.#look(), LOOK_MS)
    return () => {
      this.#streams.delete(stream)
      if (this.#streams.size > 0) return
      clearInterval(this.#looking)
      this.#looking = undefined
    }
  }

  /**
   * Joins those who are told what happens in a group; returns the way to leave beside its newsroom.
   *
   * @param from an event that happened already
   */
  follow(group: GroupKey, from: number, tell: () => void): { newsroom: Newsroom; leave: () => void } {
    const newsroom = this.#newsrooms.get(group.id) ?? new Newsroom(group, from)
    this.#newsrooms.set(group.id, newsroom)
    const leave = newsroom.join(tell)
    return {
      newsroom,
      leave: () => {
        leave()
        if (newsroom.isEmpty) this.#newsrooms.delete(group.id)
      },
    }
  }

  async stop(): Promise<void> {
    const end = await this.#started?.catch(() => undefined)
    this.#started = undefined
    await end?.()
  }

  async #listen(): Promise<() => Promise<void>> {
    try {
      const end = await listen(databaseUrl(), {
        onEvent: (groupId) => this.#newsrooms.get(groupId)?.wake(),
        onAccess: (personId) => this.#each((stream) => stream.personId === personId && stream.onAccess()),
        onInbox: (groupId, personId) =>
          this.#each(
            (stream) => stream.groupId === groupId && stream.personId === personId && stream.onInbox(),
          ),
        onRoom: (groupId) => this.#each((stream) => stream.groupId === groupId && stream.onRoom()),
        onPulse: (word) => this.#awaited.get(word)?.(),
        onListening: () => {
          // Whatever happened while nobody listened is found by asking: first who may still be told.
          this.#each((stream) => {
            stream.onAccess()
            stream.onInbox()
          })
          for (const newsroom of this.#newsrooms.values()) newsroom.wake()
        },
      })
      this.#failed = false
      return end
    } catch (error) {
      this.#started = undefined
      this.#failed = true
      log.warn({ err: error }, 'the live feed has no connection to the database')
      throw error
    }
  }

  async #look(): Promise<void> {
    await pool()
      .query('select 1')
      .catch(() => this.#each((stream) => stream.onAway()))
  }

  #each(tell: (stream: Stream) => unknown): void {
    for (const stream of this.#streams) tell(stream)
  }
}

declare global {
  var saydoFeed: Feed | undefined
}

export const feed = (): Feed => (globalThis.saydoFeed ??= new Feed())

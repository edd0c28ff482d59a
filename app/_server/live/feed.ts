import { databaseUrl } from '#db/connection.ts'
import { listen } from '#db/events/listen.ts'
import { log } from '../log.ts'

type Stream = { groupId: number; personId: string; onEvents: () => void; onAccess: () => void }

/** One listener a process, and the streams that it wakes. */
export class Feed {
  readonly #streams = new Set<Stream>()
  #listening = false
  #started: Promise<void> | undefined

  start(): Promise<void> {
    return (this.#started ??= this.#listen())
  }

  isListening(): boolean {
    return this.#listening || this.#started === undefined
  }

  streamsOf(groupId: number): number {
    return [...this.#streams].filter((stream) => stream.groupId === groupId).length
  }

  /** Returns the way to leave. */
  join(stream: Stream): () => void {
    this.#streams.add(stream)
    return () => this.#streams.delete(stream)
  }

  async #listen(): Promise<void> {
    try {
      await listen(databaseUrl(), {
        onEvent: (groupId) => this.#each((stream) => stream.groupId === groupId && stream.onEvents()),
        onAccess: (personId) => this.#each((stream) => stream.personId === personId && stream.onAccess()),
        onListening: () => {
          this.#listening = true
          // Whatever happened while nobody listened is found by asking.
          this.#each((stream) => {
            stream.onEvents()
            stream.onAccess()
          })
        },
      })
    } catch (error) {
      this.#started = undefined
      this.#listening = false
      log.warn({ err: error }, 'the live feed has no connection to the database')
      throw error
    }
  }

  #each(tell: (stream: Stream) => unknown): void {
    for (const stream of this.#streams) tell(stream)
  }
}

declare global {
  var saydoFeed: Feed | undefined
}

export const feed = (): Feed => (globalThis.saydoFeed ??= new Feed())

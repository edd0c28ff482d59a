import { useOwnDatabase } from '#db/testing/group.ts'
import type { Endpoint } from '#lib/contract/endpoint.ts'
import { everybody, type Actor } from './actors.ts'
import { countEverything } from './database-checksum.ts'
import { type Hidden, prepare } from './fixtures.ts'
import { type Handle } from './means.ts'
import { openWire, send, type Answer, type Wire } from './wire.ts'

/** A world of its own with every kind of caller, for tests that ask over the wire. */
export type Matrix = {
  wire: Wire
  hidden: Hidden
  actors: Actor[]
  /** Asks as somebody, to be done when it is called. */
  ask: (by: Handle | Actor, endpoint: Endpoint, input: object) => () => Promise<Answer>
}

export async function openMatrix(): Promise<Matrix> {
  await useOwnDatabase()
  const hidden = await prepare()
  await countEverything()
  const [actors, wire] = [await everybody(), await openWire()]
  const named = new Map(actors.map((actor) => [actor.name, actor.headers]))
  return {
    wire,
    hidden,
    actors,
    ask: (by, endpoint, input) => {
      const headers = typeof by === 'string' ? named.get(by) : by.headers
      return () => send(wire, endpoint, input, headers)
    },
  }
}

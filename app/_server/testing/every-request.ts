import { api } from '#lib/contract/api.ts'
import type { Endpoint } from '#lib/contract/endpoint.ts'
import { statusAtHome } from './actors.ts'
import type { Matrix } from './permission-matrix.ts'
import type { Handle } from './means.ts'
import { validRequest } from './valid-request.ts'

const UNDO = api.find(({ id }) => id === 'events.undo')

/** Makes a valid request of each of these endpoints, as somebody who may. */
export async function askEach({ ask, actors }: Matrix, endpoints: readonly Endpoint[] = api): Promise<void> {
  for (const endpoint of endpoints) {
    const by = (['em', 'engineer', 'admin'] as const).find((handle) =>
      actors.some((actor) => actor.name === handle && statusAtHome(endpoint, actor) === 200),
    )
    if (!by) throw new Error(`Nobody asked may do ${endpoint.id}.`)
    const input = await validRequest(endpoint, by)
    const { status, text, body } = await ask(by, endpoint, input)()
    if (status !== 200) throw new Error(`${endpoint.id} is answered with ${status}: ${text}`)
    if (typeof body.event === 'number') await undoEvent({ ask }, by, body.event)
  }
}

/** What may be taken back is; where it may not, that is said, and nothing is wrong. */
async function undoEvent({ ask }: Pick<Matrix, 'ask'>, by: Handle, event: number): Promise<void> {
  if (UNDO) await ask(by, UNDO, { group: 'custom-models', event })()
}

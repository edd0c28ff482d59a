import { pathNames, type Endpoint } from '#lib/contract/endpoint.ts'
import { PERMITTED } from './permission-table.ts'
import type { Row } from './requests.ts'
import { sceneOf } from './fixtures.ts'
import { type Handle, OURS } from './scene.ts'

/** A row that is missing is told by a test of its own; the others must not hide it behind their own trouble. */
export const rowOf = ({ id }: Endpoint): Row => PERMITTED[id] ?? { may: 'member' }

/** A valid request for what an endpoint promises, as somebody would make it. */
export async function validRequest(endpoint: Endpoint, by: Handle): Promise<Record<string, unknown>> {
  const scene = await sceneOf(by)
  const said = { ...(await rowOf(endpoint).says?.(scene)) }
  const names = pathNames(endpoint.path)
  if (names.includes('ref') && !('ref' in said)) Object.assign(said, { ref: await scene.issue() })
  return names.includes('group') ? { group: OURS, ...said } : said
}

import { pathNames, type Endpoint } from '#lib/contract/endpoint.ts'
import { PERMITTED } from './permission-table.ts'
import type { Row } from './requests.ts'
import { meansOf } from './fixtures.ts'
import { type Handle, OURS } from './means.ts'

/** A test of its own names a row that is missing; the others must not hide it behind their own error. */
export const rowOf = ({ id }: Endpoint): Row => PERMITTED[id] ?? { may: 'member' }

/** A valid request of an endpoint, as a caller would make it. */
export async function validRequest(endpoint: Endpoint, by: Handle): Promise<Record<string, unknown>> {
  const means = await meansOf(by)
  const input = { ...(await rowOf(endpoint).input?.(means)) }
  const names = pathNames(endpoint.path)
  if (names.includes('ref') && !('ref' in input)) Object.assign(input, { ref: await means.issue() })
  return names.includes('group') ? { group: OURS, ...input } : input
}

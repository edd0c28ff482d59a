import { createShare } from '#db/commands/shares.ts'
import type { InputOf, OutputOf } from '#lib/contract/endpoint.ts'
import type { createShare as endpoint } from '#lib/contract/shares.ts'
import { publicUrl } from './auth/site.ts'
import type { RequestContext } from './context.ts'

/** Links follow the installation's own address, never the Host header of a request. */
export async function shareWithLink(
  context: RequestContext,
  input: InputOf<typeof endpoint>,
): Promise<OutputOf<typeof endpoint>> {
  const { secret, ...made } = await createShare(context.ctx(), input)
  return { ...made, link: new URL(`/share/${secret}`, publicUrl()).href }
}

import { createInvitation } from '#db/commands/invitations.ts'
import type { InputOf, OutputOf } from '#lib/contract/endpoint.ts'
import type { createInvitation as endpoint } from '#lib/contract/invitations.ts'
import type { RequestContext } from './context.ts'
import { publicUrl } from './auth/site.ts'

/** Links follow the installation's own address, never the Host header of a request. */
export async function inviteWithLink(
  context: RequestContext,
  input: InputOf<typeof endpoint>,
): Promise<OutputOf<typeof endpoint>> {
  const { secret, ...made } = await createInvitation(context.ctx(), input)
  return { ...made, link: new URL(`/invitation?token=${secret}`, publicUrl()).href }
}

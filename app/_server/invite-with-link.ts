import { createInvitation } from '#db/commands/invitations.ts'
import type { InputOf, OutputOf } from '#lib/contract/endpoint.ts'
import type { createInvitation as promise } from '#lib/contract/invitations.ts'
import type { Door } from './context.ts'
import { publicUrl } from './auth/site.ts'

/** Links follow the installation's own address, never the Host header of a request. */
export async function inviteWithLink(
  door: Door,
  input: InputOf<typeof promise>,
): Promise<OutputOf<typeof promise>> {
  const { secret, ...made } = await createInvitation(door.ctx(), input)
  return { ...made, link: new URL(`/invitation?token=${secret}`, publicUrl()).href }
}

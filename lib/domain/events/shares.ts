import type { PlainDate } from '#lib/kit/plain-date.ts'

import type { TitledRef } from '../event-refs.ts'
import { type Shared, sharedTitle } from '../shares.ts'
import { lasting } from './row.ts'

/** Without the secret of its address, which cannot be looked up again. `name` says for whom the link is. */
type Share = { id: number; what: Shared; milestone: TitledRef | null; name: string }

const page = ({ what, milestone }: Share) => sharedTitle(what, milestone?.title ?? null)

export const shareEvents = {
  /** `lastOn`: its last day; null where it lasts until it is revoked. */
  'share.created': lasting<Share & { lastOn: PlainDate | null }>({
    sentence: (share) =>
      `created a public link to ${page(share)} for “${share.name}”${share.lastOn ? `, until ${share.lastOn}` : ''}`,
    never: 'Revoke the public link instead.',
  }),
  'share.revoked': lasting<Share>({
    sentence: (share) => `revoked the public link to ${page(share)} for “${share.name}”`,
    never: 'A revoked link stays revoked. Create a new one.',
  }),
}

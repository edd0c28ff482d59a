'use client'

import Link from 'next/link'

import { usePrefetched } from '#components/shell/use-prefetched.ts'
import { RoomHead } from '#components/ui/rows.tsx'
import { Empty } from '#components/ui/state.tsx'
import { listShares } from '#lib/contract/shares.ts'
import { sayDoLink } from '#lib/kit/links.ts'

import { ShareList } from './share-list.tsx'

const LEAD =
  'A public link shows one page, read-only, to people without an account. Create it with “Share…” on Say/Do, Ownership, or the brief of a milestone.'

/** All public links of the group, by all who made them. */
export function SharesSettings({ group }: { group: string }) {
  const { items } = usePrefetched(listShares, { group })
  return (
    <>
      <RoomHead lead={LEAD} />
      {items.length === 0 ? (
        <Empty title="No public links">
          <p>Nothing of this group is visible without signing in.</p>
          <Link href={sayDoLink(group)} className="font-medium text-accent underline underline-offset-2">
            Open Say/Do
          </Link>
        </Empty>
      ) : (
        <ShareList group={group} items={items} withPage />
      )}
    </>
  )
}

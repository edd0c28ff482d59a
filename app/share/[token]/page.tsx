import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { type OpenedShare, openShare } from '#app/_server/open-share.ts'
import { reachable } from '#app/_server/reachable.tsx'
import { sharedPage } from '#app/_server/shared-page.tsx'
import { PublicFrame, TooOften } from '#components/public/frame.tsx'
import { sharedTitle } from '#lib/domain/shares.ts'
import { noteAway } from '#lib/http/away.ts'
import { isolated } from '#lib/kit/visible.ts'

type Props = { params: Promise<{ token: string }> }

/** Once a page, whether its title asks or its content. */
const opened = cache(async (token: string): Promise<OpenedShare | null> => openShare(token, await headers()))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const meta: Metadata = { robots: { index: false, follow: false }, referrer: 'no-referrer' }
  const found = await opened((await params).token).catch(() => null)
  if (!found || 'retryAfter' in found) return { ...meta, title: 'Public link' }
  const { what, milestoneTitle, group } = found.share
  return { ...meta, title: `${isolated(sharedTitle(what, milestoneTitle))} · ${isolated(group.name)}` }
}

/** A page that is read without signing in, for as long as its link is not revoked. */
export default reachable(async function SharePage({ params }: Props) {
  const found = await opened((await params).token)
  if (found === null) notFound()
  if ('retryAfter' in found) {
    noteAway((await headers()).get('x-request-id') ?? '', { status: 429, retryAfter: found.retryAfter })
    return <TooOften />
  }
  return <PublicFrame group={found.share.group.name}>{await sharedPage(found)}</PublicFrame>
})

import type { Metadata } from 'next'

import { Prefetch } from '#app/_server/prefetch.tsx'
import { Tokens } from '#components/tokens/tokens.tsx'
import { listTokens } from '#lib/contract/tokens.ts'
import { reading } from '#lib/http/query.ts'

export const metadata: Metadata = { title: 'Access tokens' }

export default async function TokensPage({ params }: { params: Promise<{ group: string }> }) {
  const { group } = await params
  return (
    <Prefetch reads={[reading(listTokens, {})]}>
      <Tokens group={group} />
    </Prefetch>
  )
}

import type { Metadata } from 'next'

import { Prefetch } from '#app/_server/prefetch.tsx'
import { SearchPage } from '#components/search/search-page.tsx'
import { find } from '#lib/contract/search.ts'
import { reading } from '#lib/http/query.ts'

export const metadata: Metadata = { title: 'Search' }

type Props = {
  params: Promise<{ group: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function Search({ params, searchParams }: Props) {
  const [{ group }, { q }] = [await params, await searchParams]
  const words = typeof q === 'string' ? q.trim().slice(0, 200) : ''
  return (
    <Prefetch reads={words === '' ? [] : [reading(find, { group, q: words, limit: 100 })]}>
      <SearchPage group={group} />
    </Prefetch>
  )
}

import type { Metadata } from 'next'

import { asOfText } from '#components/past/as-of.ts'
import { readGroup } from '#lib/contract/groups.ts'
import { momentAsked } from '#lib/kit/past.ts'
import type { Searched } from '#lib/kit/query.ts'

import { titled } from './prefetch.tsx'

/** The title of a page says which moment it shows, where that is not now. */
export async function asOf(group: string, query: Searched, metadata: Metadata): Promise<Metadata> {
  const at = momentAsked(query['at'])
  if (at === null || typeof metadata.title !== 'string') return metadata
  const { title: said } = await titled(
    readGroup,
    { group },
    { say: ({ zone }) => asOfText(at, zone), otherwise: 'as of before' },
  )
  return { title: `${metadata.title} · ${String(said)}` }
}

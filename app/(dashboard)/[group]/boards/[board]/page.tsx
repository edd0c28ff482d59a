import type { Metadata } from 'next'
import { notFound } from 'next/navigation'

import { asOf } from '#app/_server/as-of.ts'
import { Prefetch, titled } from '#app/_server/prefetch.tsx'
import { Board } from '#components/boards/view/board.tsx'
import { viewBoard } from '#lib/contract/boards.ts'
import { readGroup } from '#lib/contract/groups.ts'
import { reading } from '#lib/http/query.ts'
import { momentAsked, momentOf } from '#lib/kit/past.ts'

type Props = {
  params: Promise<{ group: string; board: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { group, board } = await params
  const title = await titled(
    readGroup,
    { group },
    { say: ({ boards }) => boards.find(({ slug }) => slug === board)?.title, otherwise: 'Board' },
  )
  return asOf(group, await searchParams, title)
}

/** The milestone and the moment are fetched by the address; filters and groups are the browser's, over the whole board. */
export default async function BoardPage({ params, searchParams }: Props) {
  const { milestone, at } = await searchParams
  const input = viewBoard.input.safeParse({
    ...(await params),
    ...(milestone ? { milestone } : {}),
    ...momentOf(momentAsked(at)),
  })
  if (!input.success) notFound()
  const { group, board } = input.data
  return (
    <Prefetch reads={[reading(viewBoard, input.data)]}>
      <Board key={board} group={group} board={board} />
    </Prefetch>
  )
}

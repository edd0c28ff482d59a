import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'

import { doorFor } from '#app/_server/context.ts'
import { listBoards } from '#db/queries/boards-list.ts'
import { Failure } from '#lib/kit/failure.ts'
import { boardLink, issuesLink, signInLink } from '#lib/kit/links.ts'

/** A group begins with what it builds now. */
export default async function GroupPage({ params }: { params: Promise<{ group: string }> }) {
  const { group } = await params
  const boards = await boardsOf(group)
  const first = boards.find(({ kind }) => kind === 'build') ?? boards[0]
  redirect(first ? boardLink(group, first.slug) : issuesLink(group))
}

async function boardsOf(group: string) {
  try {
    const door = await doorFor((await headers()).get('cookie'), group)
    return (await listBoards(door.ctx())).items
  } catch (error) {
    if (error instanceof Failure && error.code === 'signed_out') redirect(signInLink)
    if (error instanceof Failure && error.code === 'not_found') notFound()
    throw error
  }
}

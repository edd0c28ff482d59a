import { redirect } from 'next/navigation'

import { answerFor } from '#app/_server/prefetch.tsx'
import { readGroup } from '#lib/contract/groups.ts'
import { boardLink, settingsLink } from '#lib/kit/links.ts'

/** The boards begin with the first one; a group without any makes one in its settings. */
export default async function BoardsPage({ params }: { params: Promise<{ group: string }> }) {
  const { group } = await params
  const { boards } = await answerFor(readGroup, { group })
  const [first] = boards
  redirect(first ? boardLink(group, first.slug) : settingsLink(group, 'boards'))
}

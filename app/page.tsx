import { headers } from 'next/headers'
import { redirect } from 'next/navigation'

import { contextOfCookie } from '#app/_server/context.ts'
import { reachable } from '#app/_server/reachable.tsx'
import { Empty } from '#components/ui/state.tsx'
import { groupsOf } from '#db/queries/groups.ts'
import { Failure } from '#lib/kit/failure.ts'
import { groupLink, signInLink } from '#lib/kit/links.ts'

export default reachable(async function HomePage() {
  const [first] = await myGroups()
  if (first) redirect(groupLink(first.slug))
  return (
    <main className="pt-[20vh]">
      <Empty isPage title="You are not in a group yet">
        <p>Ask an engineering manager to add you to a group. It then appears here.</p>
      </Empty>
    </main>
  )
})

async function myGroups() {
  try {
    const { db, who } = await contextOfCookie((await headers()).get('cookie'), null)
    return await groupsOf(db, { id: who.personId, admin: who.admin })
  } catch (error) {
    if (error instanceof Failure && error.code === 'signed_out') redirect(signInLink)
    throw error
  }
}

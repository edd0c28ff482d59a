import { redirect } from 'next/navigation'

import { weekLink } from '#lib/kit/links.ts'

/** A group begins with what needs whoever comes. */
export default async function GroupPage({ params }: { params: Promise<{ group: string }> }) {
  redirect(weekLink((await params).group))
}

import { redirect } from 'next/navigation'

import { weekLink } from '#lib/kit/links.ts'

/** A group begins with what needs the reader. */
export default async function GroupPage({ params }: { params: Promise<{ group: string }> }) {
  redirect(weekLink((await params).group))
}

'use client'

import { useRouter } from 'next/navigation'

import { issueLink } from '#lib/kit/links.ts'

/** What a point of a chart does: it opens its issue. */
export function useOpenIssue(group: string): (id: string) => void {
  const router = useRouter()
  return (id) => router.push(issueLink(group, Number(id)))
}

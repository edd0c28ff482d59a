'use client'

import { Markdown } from '#components/ui/markdown.tsx'
import { issueLink } from '#lib/kit/links.ts'

type Props = { group: string; text: string }

/** Markdown as people of a group wrote it, with what it names as links. */
export function IssueText({ group, text }: Props) {
  return <Markdown text={text} issueHref={(ref) => issueLink(group, ref)} />
}

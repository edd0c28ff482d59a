import Link from 'next/link'

import { issueLink } from '#lib/kit/links.ts'

type Props = { group: string; issue: { ref: number; title: string }; className?: string }

/** “#172 Onboard a model”: the number calm, the title as the link. */
export const IssueLink = ({ group, issue: { ref, title }, className }: Props) => (
  <Link
    href={issueLink(group, ref)}
    prefetch={false}
    className={`tap rounded-xs hover:underline ${className ?? ''}`}
  >
    <span className="num text-xs text-ink-3">#{ref}</span> <bdi>{title}</bdi>
  </Link>
)

import Link from 'next/link'

import type { PlanningBlocks } from '#lib/contract/planning-issue.ts'
import { boardLink } from '#lib/kit/links.ts'

/** Handbook › Planning Issue: it "links to the Planning and Build Boards". */
export function BoardsLine({ group, boards }: { group: string; boards: PlanningBlocks['boards'] }) {
  if (boards.length === 0) return <p className="text-ink-3">No boards yet.</p>
  return (
    <p>
      Boards:{' '}
      {boards.map(({ slug, title, milestone }, at) => (
        <span key={slug}>
          {at > 0 && ', '}
          <Link
            href={boardLink(group, slug, milestone === null ? {} : { milestone })}
            prefetch={false}
            className="text-accent underline underline-offset-2"
          >
            <bdi>{title}</bdi>
          </Link>
        </span>
      ))}
    </p>
  )
}

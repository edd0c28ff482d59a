import Link from 'next/link'

import type { SayDoOrganisation } from '#lib/contract/say-do.ts'
import { groupLink } from '#lib/kit/links.ts'

import { MilestoneRatio, Ratio } from './figures.tsx'

/** The table on a phone: a card for each group, its latest milestone first. */
export const OrganisationCards = ({ groups }: Pick<SayDoOrganisation, 'groups'>) => (
  <ul aria-label="Say/Do of each group by milestone" className="num flex flex-col gap-3">
    {groups.map((group) => (
      <li key={group.slug} className="rounded-lg border border-line bg-surface p-3.5">
        <div className="flex items-start justify-between gap-3">
          <h2 className="min-w-0 text-base wrap-anywhere">
            <Link dir="auto" href={groupLink(group.slug)} prefetch={false} className="tap rounded-xs">
              {group.name}
            </Link>
          </h2>
          <p className="text-right">
            <Ratio {...group.whole} />
          </p>
        </div>
        {group.milestones.length === 0 ? (
          <p className="pt-2 text-ink-2">No milestone is over yet.</p>
        ) : (
          <ul
            aria-label={`Milestones of ${group.name}`}
            className="grid grid-cols-3 gap-x-2 gap-y-2.5 pt-2.5"
          >
            {group.milestones.map((milestone) => (
              <li key={milestone.slug}>
                <MilestoneRatio group={group} milestone={milestone} isTitled />
              </li>
            ))}
          </ul>
        )}
      </li>
    ))}
  </ul>
)

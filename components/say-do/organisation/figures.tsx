import Link from 'next/link'

import type { SayDoOrganisation } from '#lib/contract/say-do.ts'
import { sayDoLink } from '#lib/kit/links.ts'

export type GroupSayDo = SayDoOrganisation['groups'][number]
export type GroupMilestone = GroupSayDo['milestones'][number]
type Figures = Pick<GroupMilestone, 'done' | 'said' | 'percent'>

/** “70 %”, and of how many: a ratio never stands without what it is of. */
export const Ratio = ({ done, said, percent }: Figures) =>
  percent === null ? (
    <span className="text-ink-3">
      <span aria-hidden="true">–</span>
      <span className="sr-only">no ratio</span>
    </span>
  ) : (
    <>
      <b className="font-semibold">{percent} %</b>{' '}
      <span className="block text-xs text-ink-3">
        {done} of {said}
      </span>
    </>
  )

type LinkProps = { group: GroupSayDo; milestone: GroupMilestone; isTitled: boolean }

/** The same of one milestone, which it leads to; with its title where no heading says it. */
export const MilestoneRatio = ({ group, milestone, isTitled }: LinkProps) => (
  <Link
    href={sayDoLink(group.slug, milestone.slug)}
    prefetch={false}
    className="tap -mx-1 block rounded-xs px-1 hover:bg-hover"
  >
    <span className="sr-only">
      <bdi>{group.name}</bdi>,{' '}
    </span>
    <bdi className={isTitled ? 'block text-xs text-ink-3' : 'sr-only'}>{milestone.title}</bdi>
    <span className="sr-only">: </span>
    <Ratio {...milestone} />
  </Link>
)

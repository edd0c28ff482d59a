import Link from 'next/link'

import { Empty } from '#components/ui/state.tsx'
import { settingsLink } from '#lib/kit/links.ts'

type Props = { group: string; children: string }

/** Pages of a milestone belong to one with dates. */
export const NoMilestones = ({ group, children }: Props) => (
  <Empty title="No milestone with dates yet" isPage>
    <p>{children}</p>
    <Link
      href={settingsLink(group, 'milestones')}
      prefetch={false}
      className="font-medium text-accent underline underline-offset-2"
    >
      Create a milestone
    </Link>
  </Empty>
)

import Link from 'next/link'

import { Empty } from '#components/ui/state.tsx'
import { milestoneLink } from '#lib/kit/links.ts'

/** Of a group in which no milestone has started: what will stand here. Another moment is asked for with the whole page. */
export const NoSayDo = ({ group }: { group: string }) => (
  <Empty title="Say/Do" isPage>
    <span data-missing hidden />
    <p>
      No milestone has started yet. From the first day of one, this page shows what was said and done in it;
      when it ends, its figures are frozen and stay.
    </p>
    <Link
      href={milestoneLink(group, 'next')}
      prefetch={false}
      className="font-medium text-accent underline underline-offset-2"
    >
      Open the next milestone
    </Link>
  </Empty>
)

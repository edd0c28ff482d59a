import Link from 'next/link'

import { Empty } from '#components/ui/state.tsx'
import { boardLink } from '#lib/kit/links.ts'

export const NothingToUpdate = ({ group }: { group: string }) => (
  <Empty title="You are DRI of nothing active this week.">
    <p>An update is owed for each issue in work that you drive in the current milestone.</p>
    <Link
      href={boardLink(group, 'build')}
      prefetch={false}
      className="font-medium text-accent underline underline-offset-2"
    >
      Go to the Build board
    </Link>
  </Empty>
)

import Link from 'next/link'

import { Empty } from '#components/ui/state.tsx'
import { homeLink } from '#lib/kit/home-link.ts'

export default function NotFound() {
  return (
    <Empty isPage title="There is nothing here">
      <p>It does not exist in this group, or it is not yours to see.</p>
      <Link href={homeLink} className="font-medium text-accent underline underline-offset-2">
        Go to your week
      </Link>
    </Empty>
  )
}

import Link from 'next/link'

import { Empty } from '#components/ui/state.tsx'
import { homeLink } from '#lib/kit/home-link.ts'

export default function NotFound() {
  return (
    <Empty isPage title="Page not found">
      <p>This page does not exist in this group, or you have no access.</p>
      <p data-missing className="hidden in-data-past:block">
        It may not have existed at the moment that is shown. Choose another day, or go back to now.
      </p>
      <Link href={homeLink} className="font-medium text-accent underline underline-offset-2">
        Go to your week
      </Link>
    </Empty>
  )
}

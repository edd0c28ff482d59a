import Link from 'next/link'

import { ownershipLink } from '#lib/kit/links.ts'

/** Whose an area is; a group of this installation is a way to what it owns. */
export function Owner({ name, group }: { name: string; group: string | null }) {
  if (group === null) return name
  return (
    <Link
      dir="auto"
      href={ownershipLink(group)}
      prefetch={false}
      className="rounded-xs text-accent underline underline-offset-2"
    >
      {name}
    </Link>
  )
}

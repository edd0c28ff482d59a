'use client'

import Link from 'next/link'
import { useId } from 'react'

import { usePrefetched } from '#components/shell/use-prefetched.ts'
import { Avatar } from '#components/ui/avatar.tsx'
import { Note } from '#components/ui/tag.tsx'
import { listPeople } from '#lib/contract/people.ts'
import { settingsLink } from '#lib/kit/links.ts'

import { Panel } from '#components/ui/panel.tsx'

/** Handbook › How we're organised: "Acting Engineering Manager: …". */
export function Managers({ group }: { group: string }) {
  const { items } = usePrefetched(listPeople, { group })
  const managers = items.filter(({ roles }) => roles.includes('em'))
  return (
    <Panel
      id={useId()}
      title="Engineering manager"
      action={
        <Link
          href={settingsLink(group, 'people')}
          prefetch={false}
          className="rounded-xs text-accent hover:underline"
        >
          People and roles
        </Link>
      }
    >
      <ul aria-label="Engineering managers">
        {managers.map(({ handle, name, acting }) => (
          <li key={handle} className="flex items-center gap-2 border-t border-line px-4 py-2.5">
            <Avatar face={{ handle, name }} size="sm" silent />
            <span dir="auto" className="min-w-0 truncate">
              {name}
            </span>
            {acting && <Note tone="calm">acting</Note>}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

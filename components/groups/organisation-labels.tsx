'use client'

import Link from 'next/link'
import { useId } from 'react'

import { usePrefetched } from '#components/shell/use-prefetched.ts'
import { LabelTag } from '#components/ui/tag.tsx'
import { listLabels } from '#lib/contract/labels.ts'
import { isOrganisational } from '#lib/domain/meanings.ts'
import { settingsLink } from '#lib/kit/links.ts'

import { Panel } from '#components/ui/panel.tsx'

/** Handbook › Organisational Labels: "Issues owned by the Custom Models group should have these labels, as appropriate". */
export function OrganisationLabels({ group }: { group: string }) {
  const labels = usePrefetched(listLabels, { group }).items.filter(({ meaning }) => isOrganisational(meaning))
  return (
    <Panel
      id={useId()}
      title="Group labels"
      action={
        <Link
          href={settingsLink(group, 'labels')}
          prefetch={false}
          className="rounded-xs text-accent hover:underline"
        >
          Labels and meanings
        </Link>
      }
    >
      {labels.length === 0 ? (
        <p className="border-t border-line px-4 py-2.5 text-ink-2">
          None yet. Give a label the meaning “group” under Labels; new issues get it.
        </p>
      ) : (
        <ul aria-label="Labels" className="flex flex-wrap gap-2 border-t border-line px-4 py-3">
          {labels.map(({ id, title, hue }) => (
            <li key={id}>
              <LabelTag title={title} hue={hue} />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}

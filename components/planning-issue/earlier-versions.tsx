'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { useGroup } from '#components/shell/use-group.ts'
import { Button } from '#components/ui/button.tsx'
import { momentIn } from '#components/ui/days/days.ts'
import { ChoiceField } from '#components/ui/popups/choice-field.tsx'
import { Skeleton } from '#components/ui/state.tsx'
import { readPlanningTemplate } from '#lib/contract/planning-issue.ts'
import type { PlanningTemplate } from '#lib/contract/planning-issue.ts'
import { reading } from '#lib/http/query.ts'

type Props = {
  group: string
  versions: readonly Pick<PlanningTemplate, 'version' | 'at' | 'by'>[]
  onUse: (earlier: PlanningTemplate) => void
}

/** A reader without a pointer scrolls it with the arrows, once it has the focus. */
const SCROLLS = { tabIndex: 0 }

/** The texts that the template had before, each to be read and taken up again. */
export function EarlierVersions({ group, versions, onUse }: Props) {
  const { zone } = useGroup(group)
  const [chosen, choose] = useState('')
  if (versions.length === 0) return null
  const title = ({ version, at }: Props['versions'][number]) =>
    at === null ? 'The text that every group begins with' : `Version ${version}, ${momentIn(zone, at)}`
  return (
    <div className="flex flex-col gap-2">
      <ChoiceField
        label="Earlier version"
        value={chosen}
        onValue={choose}
        choices={[
          { value: '', label: 'None' },
          ...versions.map((one) => ({ value: String(one.version), label: title(one) })),
        ]}
      />
      {chosen !== '' && <Earlier key={chosen} group={group} version={Number(chosen)} onUse={onUse} />}
    </div>
  )
}

function Earlier({ group, version, onUse }: Pick<Props, 'group' | 'onUse'> & { version: number }) {
  const { data, error } = useQuery(reading(readPlanningTemplate, { group, version }))
  if (error) return <p role="alert">Could not load this version. Try again in a moment.</p>
  if (!data) return <Skeleton className="h-24 w-full" />
  return (
    <>
      <pre
        {...SCROLLS}
        aria-label="Text of the earlier version"
        className="scroll-calm max-h-48 overflow-auto rounded-sm bg-sunken p-3 font-mono text-xs whitespace-pre-wrap"
      >
        {data.template.body}
      </pre>
      <Button className="self-start" onClick={() => onUse(data.template)}>
        Use this text
      </Button>
    </>
  )
}

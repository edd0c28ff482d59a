'use client'

import { useRouter } from 'next/navigation'

import { usePrefetched } from '#components/shell/use-prefetched.ts'
import { listPeople } from '#lib/contract/people.ts'
import { epicLink } from '#lib/kit/links.ts'

import { engineersOf } from './engineers.ts'
import { useEpicActs } from './epic-acts.ts'
import { EpicDialog } from './epic-dialog.tsx'

/** Leads to the page of the epic once it is there. */
export function NewEpic({ group, onClose }: { group: string; onClose: () => void }) {
  const people = usePrefetched(listPeople, { group }).items
  const acts = useEpicActs(group)
  const router = useRouter()
  return (
    <EpicDialog
      group={group}
      engineers={engineersOf(people)}
      onClose={onClose}
      onSave={async (facts) => {
        const made = await acts.create(facts)
        if (made) router.push(epicLink(group, made.number))
        return made !== null
      }}
    />
  )
}

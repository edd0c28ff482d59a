'use client'

import Link from 'next/link'

import { useQuery } from '@tanstack/react-query'

import { Panel } from '#components/milestone-overview/panel.tsx'
import { listHands } from '#lib/contract/hands.ts'
import { waitText } from '#lib/domain/hands.ts'
import { reading } from '#lib/http/query.ts'
import { handsLink } from '#lib/kit/links.ts'

/** How soon help comes to the hands of the group. Never by person. */
export function HandsPanel({ group }: { group: string }) {
  const { data } = useQuery(reading(listHands, { group }))
  if (!data) return null
  const { medianMinutes } = data
  return (
    <Panel
      heading={
        medianMinutes === null
          ? 'Time to help'
          : `Half of the hands found help within ${waitText(medianMinutes)}`
      }
    >
      <p className="px-3.5 pt-2 pb-3 text-pretty text-ink-2">
        {medianMinutes === null
          ? 'Fewer than three hands of the last 90 days found help: too few for a median.'
          : 'The median from raising a hand to the first help, over all hands of the group in the last 90 days. The filters above do not change it.'}{' '}
        <Link
          href={handsLink(group)}
          prefetch={false}
          className="font-medium text-accent underline underline-offset-2"
        >
          Open the hands
        </Link>
      </p>
    </Panel>
  )
}

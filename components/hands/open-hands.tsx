'use client'

import { useQuery } from '@tanstack/react-query'

import { Rows, Section } from '#components/ui/section.tsx'
import { listHands } from '#lib/contract/hands.ts'
import { reading } from '#lib/http/query.ts'

import { HandLine } from './hand-line.tsx'
import { usePeopleNames } from './people-names.ts'

/** All open hands, where the work of now is looked at; nothing where none is raised. */
export function OpenHands({ group }: { group: string }) {
  const nameOf = usePeopleNames(group)
  const { data } = useQuery(reading(listHands, { group }))
  const hands = data?.items ?? []
  if (hands.length === 0) return null
  return (
    <Section title="Raised hands" count={hands.length}>
      <Rows label="Raised hands">
        {hands.map((hand) => (
          <HandLine key={hand.id} group={group} hand={hand} nameOf={nameOf} />
        ))}
      </Rows>
    </Section>
  )
}

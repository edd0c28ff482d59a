'use client'

import { usePrefetched } from '#components/shell/use-prefetched.ts'
import { Rows, Section } from '#components/ui/section.tsx'
import { listHands } from '#lib/contract/hands.ts'

import { HandLine } from './hand-line.tsx'
import { usePeopleNames } from './people-names.ts'

/** The open hands that a person raised, and those with which they help; nothing where there is none. They are not counted. */
export function PersonHands({ group, person }: { group: string; person: string }) {
  const nameOf = usePeopleNames(group)
  const hands = usePrefetched(listHands, { group }).items
  const parts = [
    { title: 'Raised hands', hands: hands.filter(({ by }) => by === person) },
    { title: 'Helps with', hands: hands.filter(({ helper }) => helper === person) },
  ]
  return parts.map(
    (part) =>
      part.hands.length > 0 && (
        <Section key={part.title} title={part.title}>
          <Rows label={part.title}>
            {part.hands.map((hand) => (
              <HandLine key={hand.id} group={group} hand={hand} nameOf={nameOf} />
            ))}
          </Rows>
        </Section>
      ),
  )
}

'use client'

import { useQuery } from '@tanstack/react-query'

import { usePeopleNames } from '#components/hands/people-names.ts'
import { useActor } from '#components/shell/use-group.ts'
import { Button } from '#components/ui/button.tsx'
import { Rows } from '#components/ui/section.tsx'
import { listHands } from '#lib/contract/hands.ts'
import { may } from '#lib/domain/permissions.ts'
import { parseSubject, subjectSlug } from '#lib/domain/subjects.ts'
import { reading } from '#lib/http/query.ts'

import { HandLine } from './hand-line.tsx'
import { raiseHand } from './raise-hand.ts'

type Props = {
  group: string
  /** `issue-12` or `epic-3`. */
  subject: string
  open: boolean
}

/** The hands that are raised about an issue or an epic, on its page. */
export function SubjectHands({ group, subject, open }: Props) {
  const actor = useActor(group)
  const nameOf = usePeopleNames(group)
  const { data } = useQuery(reading(listHands, { group }))
  const wanted = parseSubject(subject)
  const hands = (data?.items ?? []).filter(
    ({ about }) => about !== null && wanted !== null && subjectSlug(about) === subjectSlug(wanted),
  )
  const mayRaise = open && may(actor, 'hand.raise')
  if (hands.length === 0 && !mayRaise) return null
  return (
    <section aria-label="Hands" className="flex flex-col gap-1.5">
      {hands.length > 0 && (
        <Rows label="Raised hands">
          {hands.map((hand) => (
            <HandLine key={hand.id} group={group} hand={hand} nameOf={nameOf} isAtHome />
          ))}
        </Rows>
      )}
      {mayRaise && (
        <span className="no-print">
          <Button size="sm" kind="quiet" aria-haspopup="dialog" onClick={() => raiseHand({ subject })}>
            Raise a hand…
          </Button>
        </span>
      )}
    </section>
  )
}

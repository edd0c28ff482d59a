'use client'

import { HandOverDialog } from '#components/hand-overs/hand-over-dialog.tsx'
import { BulkHandOver } from '#components/hand-overs/bulk-hand-over.tsx'
import { useSeenIssue } from '#components/issues/page/use-issue.ts'
import { useActor } from '#components/shell/use-group.ts'
import type { BoardView } from '#lib/contract/boards.ts'
import { may } from '#lib/domain/permissions.ts'

import type { Ask } from '#components/boards/view/board-store.ts'
import type { GivenOver } from '#components/boards/moves/entry.ts'

type Props = {
  group: string
  ask: Ask
  lookups: BoardView
  onGive: (given: GivenOver) => void
  onClose: () => void
}

/** A card that is dropped into another person's lane is handed over: with words, as everywhere. */
export function HandOverAsk({ group, ask, lookups, onGive, onClose }: Props) {
  const actor = useActor(group)
  const { ref, person = '', subject } = ask
  if (ref !== undefined)
    return <OneAsk {...{ group, lookups, onGive, onClose }} person={person} issue={ref} />
  return (
    <BulkHandOver
      count={subject}
      people={lookups.people}
      actor={actor}
      to={person}
      onGive={(to, context) => onGive({ person: to.handle, context })}
      onClose={onClose}
    />
  )
}

type OneProps = Omit<Props, 'ask'> & { issue: number; person: string }

function OneAsk({ group, issue: ref, person, lookups, onGive, onClose }: OneProps) {
  const actor = useActor(group)
  const { issue, error } = useSeenIssue(group, ref, lookups)
  if (error) throw error
  if (!issue) return null
  return (
    <HandOverDialog
      group={group}
      issue={issue}
      lookups={lookups}
      actor={actor}
      begin={{ to: person, atOnce: may(actor, 'assign.others') }}
      onHandOver={async ({ to, context, atOnce }) => {
        onGive({ person: to.handle, context, atOnce })
        // Giving the answer closes the question, or asks the next one.
        return false
      }}
      onClose={onClose}
    />
  )
}

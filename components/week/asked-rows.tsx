'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import { tellDone } from '#components/changes/undo.ts'
import { sendAnswer } from '#components/inbox/send-answer.ts'
import { Button } from '#components/ui/button.tsx'
import { momentIn } from '#components/ui/days/days.ts'
import { lazyPopup } from '#components/ui/popups/lazy-popup.tsx'
import { useWeighingActs } from '#components/weighings/weighing-acts.ts'
import type { Week } from '#lib/contract/week.ts'

import { Row } from '#components/ui/section.tsx'

const InboxAnswer = lazyPopup(async () => (await import('#components/inbox/inbox-answer.tsx')).InboxAnswer)

type MentionProps = { group: string; mention: Week['mentions'][number]; zone: string }

/** A person waits for my answer: it can be given here. */
export function MentionRow({ group, mention, zone }: MentionProps) {
  const [answering, setAnswering] = useState(false)
  const client = useQueryClient()
  const { ref, by, at, words, comment } = mention
  return (
    <Row
      group={group}
      issue={mention}
      side={
        !answering && (
          <Button
            size="sm"
            aria-label={`Answer on #${ref}`}
            onPointerEnter={InboxAnswer.ahead}
            onFocus={InboxAnswer.ahead}
            onClick={() => setAnswering(true)}
          >
            Answer
          </Button>
        )
      }
    >
      {by}, {momentIn(zone, at)}: {words}
      {answering && (
        <InboxAnswer
          group={group}
          item={{ issue: ref, comment }}
          onClose={() => setAnswering(false)}
          onAnswer={async (answer) => {
            const event = await sendAnswer(client, group, ref, answer)
            if (event !== null) tellDone(client, group, { event, text: `Answered on #${ref}.` })
            return event !== null
          }}
        />
      )}
    </Row>
  )
}

/** Handbook › Issue Weights: "Issues are generally not weighted above 3": what is heavier is said on the issue. */
const USUAL = [1, 2, 3]

type WeighProps = { group: string; weighing: Week['weighings'][number]; zone: string }

export function WeighRow({ group, weighing, zone }: WeighProps) {
  const { ref, by, at } = weighing
  const acts = useWeighingActs(group, ref)
  return (
    <Row
      group={group}
      issue={weighing}
      side={USUAL.map((weight) => (
        <Button
          key={weight}
          size="sm"
          aria-label={`#${ref} weighs ${weight}`}
          onClick={() => void acts.vote(weight, '')}
        >
          {weight}
        </Button>
      ))}
    >
      {by} asked on {momentIn(zone, at)}.
    </Row>
  )
}

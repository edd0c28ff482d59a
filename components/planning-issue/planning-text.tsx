'use client'

import { useQuery } from '@tanstack/react-query'

import { IssueText } from '#components/texts/issue-text.tsx'
import type { OnToggle } from '#components/ui/markdown/markdown-list.tsx'
import { Skeleton } from '#components/ui/state.tsx'
import { segmentsOf, unknownHint } from '#lib/domain/planning-issue/blocks.ts'

import { PlanningBlock } from './planning-block.tsx'
import { planningRead } from './planning-reads.ts'

type Props = {
  group: string
  milestone: string
  description: string
  /** Given where the reader may tick off tasks. */
  onToggle?: OnToggle
}

/** The text of a planning issue, with what each block stands for in its place. */
export function PlanningText({ group, milestone, description, onToggle }: Props) {
  const { data, error } = useQuery(planningRead(group, milestone))
  if (error && !data) return <p role="alert">Could not load the planning data. Try again in a moment.</p>
  if (!data) return <Skeleton className="h-40 w-full" />
  return (
    <div className="flex min-w-0 flex-col gap-3">
      {segmentsOf(description).map((part) => {
        if (part.kind === 'block')
          return <PlanningBlock key={part.at} group={group} name={part.name} planning={data} />
        if (part.kind === 'unknown')
          return (
            <p key={part.at} className="flex flex-col">
              <code className="font-mono text-sm">{part.line.trim()}</code>
              <span className="text-xs text-warn">{unknownHint(part.name)}</span>
            </p>
          )
        return (
          <IssueText
            key={part.at}
            group={group}
            text={part.text}
            {...(onToggle ? { onToggle: (at: number, done: boolean) => onToggle(part.at + at, done) } : {})}
          />
        )
      })}
    </div>
  )
}

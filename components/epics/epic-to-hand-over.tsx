'use client'

import { useQuery } from '@tanstack/react-query'

import { useActor } from '#components/shell/use-group.ts'
import { readEpic } from '#lib/contract/epics.ts'
import { listPeople } from '#lib/contract/people.ts'
import { reading } from '#lib/http/query.ts'

import { EpicHandOver } from './epic-hand-over.tsx'
import { useEpicActs } from './epic-acts.ts'

type Props = { group: string; number: number; onClose: () => void }

/** The hand-over of an epic where only its number is known: what is to be handed over is asked for first. */
export function EpicToHandOver({ group, number, onClose }: Props) {
  const acts = useEpicActs(group)
  const actor = useActor(group)
  const { data: people } = useQuery(reading(listPeople, { group }))
  const { data: epic } = useQuery(reading(readEpic, { group, epic: number }))
  if (!epic || !people) return null
  return (
    <EpicHandOver
      group={group}
      epic={epic}
      lookups={{ people: people.items }}
      actor={actor}
      onHandOver={(input) => acts.handOver(epic, input)}
      onClose={onClose}
    />
  )
}

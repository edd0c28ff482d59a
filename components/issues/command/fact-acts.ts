'use client'

import { useQueryClient } from '@tanstack/react-query'
import type { QueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'

import { dayMonthYear } from '#components/ui/days/days.ts'
import {
  joinEpic,
  setConfidential,
  setDue,
  setHealth,
  setSpikeScope,
  setTeam,
  setWait,
  splitIssue,
} from '#lib/contract/issue-facts.ts'
import { editIssue, readIssue } from '#lib/contract/issues.ts'
import type { Card } from '#lib/contract/issues.ts'
import { healthTitle } from '#lib/domain/issues.ts'
import type { Health } from '#lib/domain/issues.ts'
import { needWords } from '#lib/domain/wait.ts'
import type { Need } from '#lib/domain/wait.ts'
import { reading } from '#lib/http/query.ts'

import { useChange } from '#components/changes/use-change.ts'
import type { Change } from '#components/changes/use-change.ts'

/** What only the page of an issue offers; cards and lists go without its weight. */
export type FactActs = ReturnType<typeof actsWith>

export type Piece = { title: string; weight: number | null }

export function useFactActs(group: string): FactActs {
  const change = useChange()
  const client = useQueryClient()
  return useMemo(() => actsWith(client, change, group), [client, change, group])
}

function actsWith(client: QueryClient, change: Change, group: string) {
  const one = ({ ref }: Card) => ({ group, ref })
  return {
    joinEpic(card: Card, epic: { number: number; title: string } | null) {
      const number = epic?.number ?? null
      void change({
        endpoint: joinEpic,
        input: { ...one(card), epic: number },
        issue: card.ref,
        optimistic: { epic: number },
        told: epic ? `#${card.ref} belongs to “${epic.title}”.` : `#${card.ref} belongs to no epic.`,
      })
    },
    setTeam(card: Card, team: { slug: string; name: string } | null) {
      const slug = team?.slug ?? null
      void change({
        endpoint: setTeam,
        input: { ...one(card), team: slug },
        issue: card.ref,
        optimistic: { team: slug },
        told: team ? `#${card.ref} is ${team.name}’s.` : `#${card.ref} belongs to no functional team.`,
      })
    },
    setDue(card: Card, due: string | null) {
      void change({
        endpoint: setDue,
        input: { ...one(card), due },
        issue: card.ref,
        optimistic: { due },
        told: due ? `#${card.ref} is due on ${dayMonthYear(due)}.` : `#${card.ref} has no due date.`,
      })
    },
    setWait(card: Card, need: Need) {
      void change({
        endpoint: setWait,
        input: { ...one(card), ...need },
        issue: card.ref,
        optimistic: { blocked: need },
        told: `#${card.ref} ${needWords(need)}.`,
      })
    },
    setHealth(card: Card, health: Health | null) {
      void change({
        endpoint: setHealth,
        input: { ...one(card), health },
        issue: card.ref,
        optimistic: { health },
        told: health ? `#${card.ref}: ${healthTitle(health)}.` : `Cleared the health of #${card.ref}.`,
      })
    },
    setConfidential(card: Card, confidential: boolean) {
      void change({
        endpoint: setConfidential,
        input: { ...one(card), confidential },
        issue: card.ref,
        optimistic: { confidential },
        told: confidential
          ? `#${card.ref} is confidential. Stakeholders cannot see it.`
          : `#${card.ref} is visible to everyone in the group.`,
      })
    },
    async setSpikeScope(card: Card, scope: string | null, was: string | null) {
      const isDone = await change({
        endpoint: setSpikeScope,
        input: { ...one(card), scope, was },
        issue: card.ref,
        // its dialog tells a person's own words from those of others, so it shows nothing optimistic as a fact
        optimistic: {},
        told: scope ? `Stated the scope of #${card.ref}.` : `#${card.ref} has no spike scope.`,
      })
      if (!isDone) void client.invalidateQueries(reading(readIssue, one(card)))
      return isDone
    },
    describe(card: Card, description: string) {
      return change({
        endpoint: editIssue,
        input: { ...one(card), description, version: card.version },
        issue: card.ref,
        optimistic: {},
        told: `Saved the description of #${card.ref}.`,
      })
    },
    split(card: Card, pieces: readonly Piece[], close: boolean) {
      return change({
        endpoint: splitIssue,
        input: { ...one(card), pieces: [...pieces], close },
        issue: card.ref,
        optimistic: {},
        told: `Split #${card.ref} into ${pieces.length} pieces.`,
      })
    },
  }
}

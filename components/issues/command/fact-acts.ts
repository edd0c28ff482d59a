'use client'

import { useQueryClient } from '@tanstack/react-query'
import type { QueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'

import { setSpikeScope, setWait, splitIssue } from '#lib/contract/issue-facts.ts'
import { commentOnIssue, editIssue, readIssue } from '#lib/contract/issues.ts'
import type { Card } from '#lib/contract/issues.ts'
import { needText } from '#lib/domain/wait.ts'
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
    setWait(card: Card, need: Need) {
      void change({
        endpoint: setWait,
        input: { ...one(card), ...need },
        issue: card.ref,
        optimistic: { blocked: need },
        message: `#${card.ref} ${needText(need)}.`,
      })
    },
    async setSpikeScope(card: Card, scope: string | null, was: string | null) {
      const isDone = await change({
        endpoint: setSpikeScope,
        input: { ...one(card), scope, was },
        issue: card.ref,
        // its dialog tells a person's own words from those of others, so it shows nothing optimistic as a fact
        optimistic: {},
        message: scope ? `Stated the scope of #${card.ref}.` : `#${card.ref} has no spike scope.`,
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
        message: `Saved the description of #${card.ref}.`,
      })
    },
    comment(card: Card, body: string) {
      return change({
        endpoint: commentOnIssue,
        input: { ...one(card), body },
        issue: card.ref,
        optimistic: {},
        message: `Commented on #${card.ref}.`,
      })
    },
    split(card: Card, pieces: readonly Piece[], close: boolean) {
      return change({
        endpoint: splitIssue,
        input: { ...one(card), pieces: [...pieces], close },
        issue: card.ref,
        optimistic: {},
        message: `Split #${card.ref} into ${pieces.length} pieces.`,
      })
    },
  }
}

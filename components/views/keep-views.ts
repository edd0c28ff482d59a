'use client'

import { useQueryClient } from '@tanstack/react-query'
import type { QueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'

import { send, wordsOf } from '#components/issues/deeds.ts'
import { toast } from '#components/shell/toasts.ts'
import type { Endpoint, OutputOf, SentTo } from '#lib/contract/endpoint.ts'
import { listViews, removeView, renameView, saveView } from '#lib/contract/views.ts'
import type { SavedView } from '#lib/contract/views.ts'
import { reading } from '#lib/http/query.ts'

/** What can be done with views. One's own leave no event, so that nobody tells this page of them: it tells itself. */
export function useKeepViews(group: string) {
  const client = useQueryClient()
  return useMemo(
    () => ({
      save: (view: Omit<SavedView, 'id'>) =>
        attempt(saveView, { group, ...view }, (kept) => {
          patch(client, group, (views) => [...views.filter(({ id }) => id !== kept.id), kept])
          return `Saved the view “${kept.title}”.`
        }),
      change: (view: SavedView, to: { title?: string; query?: string }) =>
        attempt(renameView, { group, view: view.id, ...to }, (kept) => {
          patch(client, group, (views) => views.map((one) => (one.id === kept.id ? kept : one)))
          return to.query === undefined
            ? `Renamed to “${kept.title}”.`
            : `“${kept.title}” shows this from now on.`
        }),
      remove: (view: SavedView) =>
        attempt(removeView, { group, view: view.id }, () => {
          patch(client, group, (views) => views.filter(({ id }) => id !== view.id))
          return `Removed the view “${view.title}”.`
        }),
    }),
    [client, group],
  )
}

async function attempt<E extends Endpoint>(
  endpoint: E,
  input: SentTo<E>,
  told: (answer: OutputOf<E>) => string,
): Promise<boolean> {
  try {
    toast({ text: told(await send(endpoint, input)) })
    return true
  } catch (error) {
    toast({ text: wordsOf(error), tone: 'refused' })
    return false
  }
}

function patch(client: QueryClient, group: string, change: (views: SavedView[]) => SavedView[]) {
  client.setQueryData<{ items: SavedView[] }>(reading(listViews, { group }).queryKey, (held) => ({
    items: change(held?.items ?? []).toSorted(inOrder),
  }))
}

/** As the server has them: the group's first, then one's own, by title. */
const inOrder = (a: SavedView, b: SavedView) =>
  Number(b.shared) - Number(a.shared) || a.title.localeCompare(b.title)

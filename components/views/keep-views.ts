'use client'

import { useQueryClient } from '@tanstack/react-query'
import type { QueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'

import { keepUndo } from '#components/changes/undo.ts'
import { send, wordsOf } from '#components/changes/send.ts'
import { toast } from '#components/shell/toasts.ts'
import { listViews, removeView, renameView, saveView } from '#lib/contract/views.ts'
import type { SavedView } from '#lib/contract/views.ts'
import { reading } from '#lib/http/query.ts'

type Change = { title?: string; query?: string }

/**
 * What can be done with views. One's own leave no event, so that nobody tells this page of them: it tells itself, and
 * takes back what was done by the act the other way round.
 */
export function useKeepViews(group: string) {
  const client = useQueryClient()
  return useMemo(() => {
    const acts = actsWith(client, group)
    return {
      save: (view: Omit<SavedView, 'id'>) =>
        attempt(group, async () => {
          const kept = await acts.save(view)
          return { text: `Saved the view “${kept.title}”.`, undo: () => acts.remove(kept) }
        }),
      change: (view: SavedView, to: Change) =>
        attempt(group, async () => {
          const { title } = await acts.change(view, to)
          const text =
            to.query === undefined ? `Renamed to “${title}”.` : `“${title}” shows this from now on.`
          return { text, undo: () => acts.change(view, { title: view.title, query: view.query }) }
        }),
      remove: (view: SavedView) =>
        attempt(group, async () => {
          await acts.remove(view)
          return { text: `Removed the view “${view.title}”.`, undo: () => acts.save(view) }
        }),
    }
  }, [client, group])
}

function actsWith(client: QueryClient, group: string) {
  return {
    async save({ title, place, query, shared }: Omit<SavedView, 'id'>) {
      const kept = await send(saveView, { group, title, place, query, shared })
      patch(client, group, (views) => [...views.filter(({ id }) => id !== kept.id), kept])
      return kept
    },
    async change({ id }: SavedView, to: Change) {
      const kept = await send(renameView, { group, view: id, ...to })
      patch(client, group, (views) => views.map((one) => (one.id === kept.id ? kept : one)))
      return kept
    },
    async remove({ id }: SavedView) {
      await send(removeView, { group, view: id })
      patch(client, group, (views) => views.filter((one) => one.id !== id))
    },
  }
}

async function attempt(
  group: string,
  act: () => Promise<{ text: string; undo: () => Promise<unknown> }>,
): Promise<boolean> {
  try {
    const { text, undo } = await act()
    const back = async () => {
      try {
        await undo()
        toast({ text: 'Undid the change to the views.' })
      } catch (error) {
        toast({ text: wordsOf(error), tone: 'refused' })
      }
    }
    const takeBack = keepUndo(group, back)
    toast({ text, undo: () => void (takeBack() && back()) })
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

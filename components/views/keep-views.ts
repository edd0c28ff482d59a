'use client'

import { useQueryClient } from '@tanstack/react-query'
import type { QueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'

import { changeWith } from '#components/changes/use-change.ts'
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
  return useMemo(() => actsWith(client, group), [client, group])
}

function actsWith(client: QueryClient, group: string) {
  const patch = (views: (held: SavedView[]) => SavedView[]) => patchViews(client, group, views)
  /** The act itself, or the one that takes it back, which has no undo of its own. */
  const way = (undo: () => Promise<unknown>, isUndo: boolean) => (isUndo ? {} : { undo: () => undo })
  const save = (view: Omit<SavedView, 'id'>, isUndo = false): Promise<SavedView | null> =>
    changeWith<typeof saveView>(client, {
      endpoint: saveView,
      input: { group, title: view.title, place: view.place, query: view.query, shared: view.shared },
      message: ({ title }) => (isUndo ? UNDONE : `Saved the view “${title}”.`),
      apply: (kept) => patch((views) => [...views.filter(({ id }) => id !== kept.id), kept]),
      ...(isUndo ? {} : { undo: (kept) => () => remove(kept, true) }),
    })
  const change = (view: SavedView, to: Change, isUndo = false): Promise<SavedView | null> =>
    changeWith(client, {
      endpoint: renameView,
      input: { group, view: view.id, ...to },
      message: ({ title }) => {
        if (isUndo) return UNDONE
        return to.query === undefined ? `Renamed to “${title}”.` : `“${title}” shows this from now on.`
      },
      apply: (kept) => patch((views) => views.map((one) => (one.id === kept.id ? kept : one))),
      ...way(() => change(view, { title: view.title, query: view.query }, true), isUndo),
    })
  const remove = (view: SavedView, isUndo = false): Promise<unknown> =>
    changeWith(client, {
      endpoint: removeView,
      input: { group, view: view.id },
      message: isUndo ? UNDONE : `Removed the view “${view.title}”.`,
      apply: () => patch((views) => views.filter(({ id }) => id !== view.id)),
      ...way(() => save(view, true), isUndo),
    })
  return { save, change, remove }
}

const UNDONE = 'Undid the change to the views.'

function patchViews(client: QueryClient, group: string, change: (views: SavedView[]) => SavedView[]) {
  client.setQueryData<{ items: SavedView[] }>(reading(listViews, { group }).queryKey, (held) => ({
    items: change(held?.items ?? []).toSorted(inOrder),
  }))
}

/** As the server has them: the group's first, then one's own, by title. */
const inOrder = (a: SavedView, b: SavedView) =>
  Number(b.shared) - Number(a.shared) || a.title.localeCompare(b.title)

'use client'

import { useTextEdit } from './use-text-edit.ts'

type Texts = { title?: string; description?: string }

/**
 * The title and the description of one thing, each edited in its place.
 *
 * @param place names the thing among the drafts, such as `issue-12`
 */
export function useTextEdits(
  group: string,
  place: string,
  { title, description, version }: { title: string; description: string; version: number },
  save: (texts: Texts, from: number, key: string) => Promise<number>,
) {
  return {
    title: useTextEdit({
      group,
      place: `${place}-title`,
      field: 'title',
      text: title,
      version,
      save: (typed, from, key) => save({ title: typed.trim() }, from, key),
    }),
    description: useTextEdit({
      group,
      place: `${place}-description`,
      field: 'description',
      text: description,
      version,
      save: (typed, from, key) => save({ description: typed }, from, key),
    }),
  }
}

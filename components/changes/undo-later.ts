'use client'

import { toast } from '#components/shell/toasts.ts'

/** Comes behind the page, which is drawn without it; with the first act at the latest. */
export const fetchUndo = () => import('./undo.ts')

/** Takes back the newest act as soon as what undoes it is here. */
export function undoLast(group: string) {
  const refuse = () =>
    toast({ text: 'Nothing was undone. Check the connection, then try again.', tone: 'refused' })
  void fetchUndo().then((undo) => undo.undoLast(group), refuse)
}

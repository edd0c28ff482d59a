'use client'

import { lazily } from '#components/ui/popups/lazily.tsx'

/** The editor, fetched when the first text of a page is edited. */
export const MarkdownFieldLater = lazily(async () => (await import('./markdown-field.tsx')).MarkdownField, {
  isAskedFor: true,
})

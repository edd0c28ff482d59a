import { toast } from '#components/shell/toasts.ts'
import type { DrivenLine } from '#lib/contract/drift.ts'

import { drisCsv, drisMarkdown } from './dri-text.ts'

/** Copies the lines as they are shown; their links lead back to the address of this page. */
export async function copyDris(
  as: 'Markdown' | 'CSV',
  group: string,
  lines: readonly DrivenLine[],
): Promise<void> {
  const text = as === 'CSV' ? drisCsv(lines) : drisMarkdown(lines, { group, origin: location.origin })
  try {
    await navigator.clipboard.writeText(text)
    toast({ text: `Copied the table of DRIs as ${as}.` })
  } catch {
    toast({
      text: 'The browser blocked copying. Allow access to the clipboard and try again.',
      tone: 'refused',
    })
  }
}

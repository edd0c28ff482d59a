import { toast } from '#components/shell/toasts.ts'
import type { SyncRoom } from '#lib/contract/syncs.ts'
import { minutesMarkdown } from '#lib/domain/syncs/minutes.ts'

/** The notes as Markdown, as the API gives them. */
export async function copyMinutes(room: SyncRoom, { group }: { group: string; zone: string }): Promise<void> {
  try {
    await navigator.clipboard.writeText(minutesMarkdown(room, { group, origin: location.origin }))
    toast({ text: 'Copied the notes as Markdown.' })
  } catch {
    toast({
      text: 'The browser blocked copying. Allow access to the clipboard and try again.',
      tone: 'refused',
    })
  }
}

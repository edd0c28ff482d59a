'use client'

import { saveSettings } from '#lib/contract/settings.ts'

import { setLetterKeys } from '#components/shell/hotkeys.ts'
import { useChange } from '#components/changes/use-change.ts'
import { toast } from '#components/shell/toasts.ts'

/** Switches single letters on or off, here at once and on every machine of the person. */
export function useSwitchLetters(): (on: boolean) => Promise<void> {
  const change = useChange()
  return async (on) => {
    setLetterKeys(on)
    try {
      await change({ endpoint: saveSettings, input: { keys: on }, message: null, throws: true })
    } catch {
      toast({ text: 'Saved for this browser only: the server did not respond.', tone: 'refused' })
    }
  }
}

'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'

import { readSettings, saveSettings } from '#lib/contract/settings.ts'
import { reading, writing } from '#lib/http/query.ts'

import { setLetterKeys } from '#components/shell/hotkeys.ts'
import { newKey } from '#components/shell/new-key.ts'
import { tellOwnTabs } from '#components/changes/own-tabs.ts'
import { toast } from '#components/shell/toasts.ts'

/** Follows what the person has set, on whichever machine; until that is here, what this browser knew last holds. */
export function useKeySetting() {
  const { data } = useQuery(reading(readSettings, {}))
  useEffect(() => {
    if (data) setLetterKeys(data.keys)
  }, [data])
}

/** Switches single letters on or off, here at once and on every machine of the person. */
export function useSwitchLetters(): (on: boolean) => Promise<void> {
  const client = useQueryClient()
  return async (on) => {
    setLetterKeys(on)
    try {
      await writing(saveSettings).mutationFn({ input: { keys: on }, key: newKey() })
      await tellOwnTabs(client, ['settings'])
    } catch {
      toast({ text: 'Saved for this browser only: the server did not respond.', tone: 'refused' })
    }
  }
}

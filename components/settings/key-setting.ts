'use client'

import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'

import { readSettings } from '#lib/contract/settings.ts'
import { reading } from '#lib/http/query.ts'

import { setLetterKeys } from '#components/shell/hotkeys.ts'

/** Follows what the person has set, on whichever machine; until that is here, what this browser knew last holds. */
export function useKeySetting() {
  const { data } = useQuery(reading(readSettings, {}))
  useEffect(() => {
    if (data) setLetterKeys(data.keys)
  }, [data])
}

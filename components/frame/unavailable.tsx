'use client'

import { useEffect } from 'react'

import { Button } from '#components/ui/button.tsx'
import { Empty } from '#components/ui/state.tsx'

import { isWell } from './server-health.ts'

const AGAIN_MS = 2_000

/** What shows in place of a page that could not be read; it fetches the page as soon as that is possible again. */
export function Unavailable() {
  useEffect(() => {
    let timer = 0
    const ask = async () => {
      if (await isWell()) return location.reload()
      timer = window.setTimeout(() => void ask(), AGAIN_MS)
    }
    timer = window.setTimeout(() => void ask(), AGAIN_MS)
    return () => clearTimeout(timer)
  }, [])
  return (
    <main className="pt-[14vh]">
      <Empty isPage title="The database cannot be reached">
        <p>Nothing is lost. This page reloads when the database responds.</p>
        <Button onClick={() => location.reload()}>Try now</Button>
      </Empty>
    </main>
  )
}

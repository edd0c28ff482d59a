'use client'

import { Button } from '#components/ui/button.tsx'
import { Empty } from '#components/ui/state.tsx'

/** In place of a page of the past while too many people look at it: the present answers all the same. */
export function PastBusy({ because }: { because: string }) {
  return (
    <main className="pt-[14vh]">
      <Empty isPage title="Could not load this day">
        <p>{because}</p>
        <Button onClick={() => location.reload()}>Try again</Button>
      </Empty>
    </main>
  )
}

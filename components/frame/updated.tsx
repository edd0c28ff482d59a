'use client'

import { build } from '#components/ui/build.ts'
import { Button } from '#components/ui/button.tsx'
import { useStore } from '#components/ui/store.ts'

/** On a page from before an upgrade. It goes on as far as it can: when to leave it is for its reader to say. */
export function Updated() {
  const isOld = useStore(build, (state) => state.isOld)
  if (!isOld) return null
  return (
    <div
      role="alert"
      className="flex flex-none flex-wrap items-center gap-x-3 gap-y-1 border-b border-line bg-accent-soft px-5 py-1.5 max-sm:px-3 no-print"
    >
      <span>
        <b className="font-semibold">Saydo was updated.</b> Reload this page to continue. Your drafts are
        kept.
      </span>
      <Button size="sm" onClick={() => location.reload()}>
        Reload
      </Button>
    </div>
  )
}

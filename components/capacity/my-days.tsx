'use client'

import { useBusyChange } from '#components/changes/use-change.ts'
import { Button } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { confirmCapacity, reopenCapacity } from '#lib/contract/capacity.ts'

type Props = {
  group: string
  milestone: { slug: string; title: string }
  person: string
  isConfirmed: boolean
}

/** Everyone says for themself that their days are right; a later change of their time off asks again. */
export function MyDays({ group, milestone: { slug, title }, person, isConfirmed }: Props) {
  const { change, busy } = useBusyChange()
  const input = { group, milestone: slug, person }
  if (!isConfirmed) {
    return (
      <Button
        kind="primary"
        disabledReason={busy ? 'Saving…' : null}
        onClick={() =>
          void change({
            endpoint: confirmCapacity,
            input,
            message: `Confirmed your days in ${title}.`,
          })
        }
      >
        My days are right
      </Button>
    )
  }
  return (
    <span className="flex flex-wrap items-center gap-2">
      <span className="flex items-center gap-1.5 text-good">
        <Icon name="check" className="size-4" />
        You confirmed your days
      </span>
      <Button
        size="sm"
        kind="quiet"
        disabledReason={busy ? 'Saving…' : null}
        onClick={() =>
          void change({
            endpoint: reopenCapacity,
            input,
            message: `Withdrew the confirmation of your days in ${title}.`,
          })
        }
      >
        Withdraw
      </Button>
    </span>
  )
}

'use client'

import { useState } from 'react'
import type { FormEvent } from 'react'

import { CheckField } from '#components/ui/check.tsx'
import { Button } from '#components/ui/button.tsx'
import { CancelButton, Dialog } from '#components/ui/popups/dialog.tsx'
import { may, ROLES } from '#lib/domain/permissions.ts'
import type { Role } from '#lib/domain/permissions.ts'
import { whyNotOpen } from '#lib/domain/weighing.ts'

type Props = {
  issue: number
  people: readonly { handle: string; name: string; roles: readonly string[] }[]
  /** Handles of whom it makes sense to ask. */
  proposed: readonly string[]
  onOpen: (asked: string[]) => Promise<unknown>
  onClose: () => void
}

/** Whom to ask: the engineers of the functional team are chosen already. */
export function OpenWeighingDialog({ issue, people, proposed, onOpen, onClose }: Props) {
  const [asked, setAsked] = useState<ReadonlySet<string>>(new Set(proposed))
  const [busy, setBusy] = useState(false)
  const refusal = whyNotOpen({ open: true, running: false, asked: asked.size })
  const reason = busy ? 'Sending…' : refusal?.because
  const eligible = people.filter(({ roles }) =>
    may({ roles: roles.filter(isRole), admin: false }, 'issue.weigh'),
  )
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (reason) return
    setBusy(true)
    if (await onOpen([...asked])) onClose()
    else setBusy(false)
  }
  return (
    <Dialog
      title={`Who estimates #${issue}?`}
      description="Weights stay hidden until everyone has voted or you reveal them."
      onClose={onClose}
    >
      <form onSubmit={(event) => void submit(event)} className="flex flex-col gap-3">
        <fieldset className="grid grid-cols-2 gap-x-3 gap-y-1 max-sm:grid-cols-1">
          <legend className="sr-only">People</legend>
          {eligible.map(({ handle, name }) => (
            <CheckField
              key={handle}
              checked={asked.has(handle)}
              onCheck={(checked) => {
                const next = new Set(asked)
                if (checked) next.add(handle)
                else next.delete(handle)
                setAsked(next)
              }}
            >
              <bdi>{name}</bdi>
            </CheckField>
          ))}
        </fieldset>
        <div className="flex justify-end gap-2">
          <CancelButton />
          <Button kind="primary" type="submit" disabledReason={reason}>
            Ask {asked.size === 1 ? 'one person' : `${asked.size} people`}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

const isRole = (text: string): text is Role => ROLES.some((role) => role === text)

'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { FormEvent } from 'react'

import { useChange } from '#components/changes/use-change.ts'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/popups/dialog.tsx'
import { TimeField, whyNotTime } from '#components/ui/days/time-field.tsx'
import { readSettings, saveSettings } from '#lib/contract/settings.ts'
import type { PersonSettings } from '#lib/contract/settings.ts'
import { reading } from '#lib/http/query.ts'

const NIGHT = { from: '18:00', to: '08:00' }

/** When nothing new shall be shown or counted. The place where one is is taken from the browser. */
export function QuietHours({ onClose }: { onClose: () => void }) {
  const { data } = useQuery(reading(readSettings, {}))
  return (
    <Dialog
      title="Quiet hours"
      description="Between these times your inbox shows no new items."
      onClose={onClose}
    >
      {data && <Form settings={data} onClose={onClose} />}
    </Dialog>
  )
}

function Form({ settings, onClose }: { settings: PersonSettings; onClose: () => void }) {
  const [hours, setHours] = useState(settings.quiet ?? NIGHT)
  const why = whyNotTime(hours.from) ?? whyNotTime(hours.to)
  const change = useChange()
  const save = async (quiet: PersonSettings['quiet']) => {
    const { timeZone: zone } = Intl.DateTimeFormat().resolvedOptions()
    const message = quiet ? `Quiet from ${quiet.from} to ${quiet.to}.` : 'No quiet hours.'
    if (await change({ endpoint: saveSettings, input: { quiet, zone }, message })) onClose()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!why) void save(hours)
  }
  return (
    <form onSubmit={submit} className="flex flex-col gap-3">
      <div className="grid grid-cols-2 gap-3">
        <TimeField
          label="From"
          value={hours.from}
          onValue={(from) => setHours((now) => ({ ...now, from }))}
        />
        <TimeField label="To" value={hours.to} onValue={(to) => setHours((now) => ({ ...now, to }))} />
      </div>
      <div className="flex justify-end gap-2">
        {settings.quiet && (
          <Button kind="quiet" onClick={() => void save(null)}>
            No quiet hours
          </Button>
        )}
        <Button kind="primary" type="submit" disabledReason={why}>
          Save
        </Button>
      </div>
    </form>
  )
}

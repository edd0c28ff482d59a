'use client'

import { useQuery } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { FormEvent } from 'react'

import { PersonPick } from '#components/people/person-pick.tsx'
import { useBusyChange } from '#components/changes/use-change.ts'
import { useGroup } from '#components/shell/use-group.ts'
import { Button } from '#components/ui/button.tsx'
import { CancelButton, Dialog } from '#components/ui/popups/dialog.tsx'
import { ChoiceField } from '#components/ui/popups/choice-field.tsx'
import { TextField } from '#components/ui/field.tsx'
import { createGroup } from '#lib/contract/groups.ts'
import { listPeople } from '#lib/contract/people.ts'
import { groupSlug, whyNotGroupSlug } from '#lib/domain/groups.ts'
import { reading } from '#lib/http/query.ts'
import { settingsLink } from '#lib/kit/links.ts'

import { zonesWith } from './zones.ts'

const WHAT = 'A new group has labels for types and workflow, four shelves and four boards.'

/** Many groups share one installation: an administrator founds them, and names who manages each. */
export function CreateGroupDialog({ group, onClose }: { group: string; onClose: () => void }) {
  const router = useRouter()
  const own = useGroup(group)
  const people = useQuery(reading(listPeople, { group }))
  const [name, setName] = useState('')
  const [zone, setZone] = useState(own.zone)
  const [query, setQuery] = useState('')
  const [em, setEm] = useState<{ handle: string; name: string } | null>(null)
  const { change, busy } = useBusyChange()
  const reason = busy ? 'Creating…' : whyNot(name, em)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (reason || !em) return
    const fields = { name: name.trim(), slug: groupSlug(name), zone, em: em.handle }
    const made = await change({
      endpoint: createGroup,
      input: fields,
      message: `${fields.name} is created; ${em.name} manages it.`,
    })
    if (!made) return
    onClose()
    router.push(settingsLink(made.group, 'group'))
  }
  return (
    <Dialog title="Create a group" description={WHAT} wide onClose={onClose}>
      <form noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-3">
        <TextField
          label="Name of the group"
          hint={
            groupSlug(name) === ''
              ? 'The address comes from the name.'
              : `Its address will be /${groupSlug(name)}.`
          }
          value={name}
          maxLength={80}
          autoComplete="off"
          onChange={(event) => setName(event.target.value)}
        />
        <ChoiceField
          label="Time zone"
          hint="Days of milestones, updates and weeks follow this time zone."
          value={zone}
          onValue={setZone}
          choices={zonesWith(zone).map(([value, label]) => ({ value, label }))}
        />
        <TextField
          label="Engineering manager"
          hint={em ? `${em.name} will manage it.` : 'By name or handle.'}
          value={query}
          maxLength={100}
          autoComplete="off"
          onChange={(event) => setQuery(event.target.value)}
        />
        <PersonPick
          group={group}
          query={query}
          {...(people.data ? { also: people.data.items } : {})}
          chosen={em?.handle ?? null}
          onChoose={setEm}
        />
        <div className="flex justify-end gap-2">
          <CancelButton />
          <Button kind="primary" type="submit" disabledReason={reason}>
            Create group
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

function whyNot(name: string, em: { handle: string } | null): string | null {
  if (name.trim() === '') return 'Enter a name.'
  const address = whyNotGroupSlug(groupSlug(name))
  if (address) return address.because
  return em === null ? 'Choose an engineering manager.' : null
}

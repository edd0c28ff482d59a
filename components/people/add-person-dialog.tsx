'use client'

import { useState } from 'react'
import type { FormEvent } from 'react'

import { useBusyChange } from '#components/changes/use-change.ts'
import { CheckField } from '#components/ui/check.tsx'
import { Button } from '#components/ui/button.tsx'
import { CancelButton, Dialog } from '#components/ui/popups/dialog.tsx'
import { TextField } from '#components/ui/field.tsx'
import { addPerson } from '#lib/contract/people.ts'
import type { Role } from '#lib/domain/permissions.ts'

import { PersonPick } from './person-pick.tsx'
import { RoleField } from '#components/invitations/role-field.tsx'

/** Brings in a person who has an account here; everybody else is invited. */
export function AddPersonDialog({ group, onClose }: { group: string; onClose: () => void }) {
  const [query, setQuery] = useState('')
  const [chosen, setChosen] = useState<{ handle: string; name: string } | null>(null)
  const [role, setRole] = useState<Role>('engineer')
  const [title, setTitle] = useState('')
  const [acting, setActing] = useState(false)
  const { change, busy } = useBusyChange()
  const reason = busy ? 'Working…' : chosen === null ? 'Choose a person first.' : null
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (reason || !chosen) return
    const fields = {
      group,
      person: chosen.handle,
      role,
      title: title.trim(),
      acting: role === 'em' && acting,
    }
    if (await change({ endpoint: addPerson, input: fields, message: `${chosen.name} is in the group now.` }))
      onClose()
  }
  return (
    <Dialog
      title="Add person"
      description="People who already have an account. Invite everyone else."
      onClose={onClose}
    >
      <form onSubmit={(event) => void submit(event)} className="flex flex-col gap-3">
        <TextField
          label="Name or handle"
          value={query}
          maxLength={100}
          autoComplete="off"
          onChange={(event) => setQuery(event.target.value)}
        />
        <PersonPick group={group} query={query} chosen={chosen?.handle ?? null} onChoose={setChosen} />
        <RoleField role={role} onRole={setRole} />
        <TextField
          label="Title"
          hint="The title in this group, if it differs from the role."
          value={title}
          maxLength={120}
          autoComplete="off"
          onChange={(event) => setTitle(event.target.value)}
        />
        {role === 'em' && (
          <CheckField checked={acting} onCheck={setActing}>
            Acting
          </CheckField>
        )}
        <div className="flex justify-end gap-2">
          <CancelButton />
          <Button kind="primary" type="submit" disabledReason={reason}>
            Add to the group
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

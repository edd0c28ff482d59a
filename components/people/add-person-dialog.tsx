'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { FormEvent } from 'react'

import { useAct } from '#components/settings/use-act.ts'
import { Avatar } from '#components/ui/avatar.tsx'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { TextField } from '#components/ui/field.tsx'
import { Bone } from '#components/ui/state.tsx'
import { addPerson, findCandidates } from '#lib/contract/people.ts'
import type { Role } from '#lib/domain/permissions.ts'
import { reading } from '#lib/http/query.ts'

import { RoleField } from './role-field.tsx'

/** Brings in somebody who has an account here; everybody else is invited. */
export function AddPersonDialog({ group, onClose }: { group: string; onClose: () => void }) {
  const [words, setWords] = useState('')
  const [chosen, setChosen] = useState<{ handle: string; name: string } | null>(null)
  const [role, setRole] = useState<Role>('engineer')
  const { act, busy } = useAct('people', 'groups', 'events')
  const reason = busy ? 'It is being done.' : chosen === null ? 'Choose somebody first.' : null
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (reason || !chosen) return
    if (await act(addPerson, { group, person: chosen.handle, role }, `${chosen.name} is in the group now.`))
      onClose()
  }
  return (
    <Dialog
      title="Add somebody"
      description="People who have an account here already. Invite everybody else."
      onClose={onClose}
    >
      <form onSubmit={(event) => void submit(event)} className="flex flex-col gap-3">
        <TextField
          label="Name or handle"
          value={words}
          maxLength={100}
          autoComplete="off"
          onChange={(event) => setWords(event.target.value)}
        />
        <Candidates group={group} words={words} chosen={chosen?.handle ?? null} onChoose={setChosen} />
        <RoleField role={role} onRole={setRole} />
        <div className="flex justify-end gap-2">
          <Button kind="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button kind="primary" type="submit" disabledReason={reason}>
            Add to the group
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

type Props = {
  group: string
  words: string
  chosen: string | null
  onChoose: (person: { handle: string; name: string }) => void
}

function Candidates({ group, words, chosen, onChoose }: Props) {
  const { data, error } = useQuery(reading(findCandidates, { group, ...(words ? { q: words } : {}) }))
  if (error) return <p className="text-bad">They cannot be read now. Try again in a moment.</p>
  if (!data) return <Bone className="h-9" />
  if (data.items.length === 0) {
    return <p className="text-pretty text-ink-2">Nobody outside of the group is called that.</p>
  }
  return (
    <fieldset className="max-h-44 overflow-y-auto rounded-sm border border-line">
      <legend className="sr-only">People</legend>
      {data.items.map(({ handle, name }) => (
        <label
          key={handle}
          className="flex min-h-9 cursor-pointer items-center gap-2 px-2.5 py-1 has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-accent pointer-coarse:min-h-11"
        >
          <input
            type="radio"
            name="person"
            className="accent-accent"
            checked={handle === chosen}
            onChange={() => onChoose({ handle, name })}
          />
          <Avatar face={{ handle, name }} size="sm" silent />
          <span className="min-w-0 truncate">
            {name} <span className="text-ink-3">@{handle}</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}

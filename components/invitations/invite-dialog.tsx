'use client'

import { useState } from 'react'
import type { FormEvent } from 'react'

import { RoleField } from './role-field.tsx'
import { useBusyChange } from '#components/changes/use-change.ts'
import { Button } from '#components/ui/button.tsx'
import { CancelButton, Dialog } from '#components/ui/popups/dialog.tsx'
import { TextField } from '#components/ui/field.tsx'
import { ShownOnce } from '#components/ui/shown-once.tsx'
import { createInvitation } from '#lib/contract/invitations.ts'
import type { Role } from '#lib/domain/permissions.ts'

type Props = {
  group: string
  /** A person of the group who cannot sign in yet; without one, it is for a newcomer. */
  person?: { handle: string; name: string }
  onClose: () => void
}

export function InviteDialog({ group, person, onClose }: Props) {
  const [email, setEmail] = useState('')
  const [role, setRole] = useState<Role>('engineer')
  const [link, setLink] = useState<string | null>(null)
  const { change, busy } = useBusyChange()
  const reason = busy ? 'Creating…' : /^\S+@\S+$/.test(email.trim()) ? null : 'Enter an e-mail address first.'
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (reason) return
    const who = person ? { person: person.handle } : { role }
    const made = await change({
      endpoint: createInvitation,
      input: { group, email: email.trim(), ...who },
      message: null,
    })
    if (made) setLink(made.link)
  }
  if (link !== null) {
    return (
      <Dialog title={`${person?.name ?? email.trim()} is invited`} onClose={onClose}>
        <ShownOnce
          label="Link"
          secret={link}
          hint="Send this link to the person. It is shown only once and works for seven days."
        />
        <Button kind="primary" className="self-end" onClick={onClose}>
          Done
        </Button>
      </Dialog>
    )
  }
  return (
    <Dialog
      title={person ? `Invite ${person.name}` : 'Invite person'}
      {...describedBy(person)}
      onClose={onClose}
    >
      <form noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-3">
        <TextField
          label="E-mail address"
          hint="For signing in; the group does not see it."
          type="email"
          autoComplete="off"
          maxLength={254}
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
        {!person && <RoleField role={role} onRole={setRole} />}
        <div className="flex justify-end gap-2">
          <CancelButton />
          <Button kind="primary" type="submit" disabledReason={reason}>
            Create link
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

const describedBy = (person: Props['person']) =>
  person
    ? {
        description: `${person.name} is in the group but cannot sign in yet. Their roles and work stay.`,
      }
    : {}

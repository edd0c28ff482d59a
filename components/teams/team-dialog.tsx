'use client'

import { FormDialog } from '#components/ui/popups/form-dialog.tsx'
import type { Question, Values } from '#components/ui/popups/form-dialog.tsx'
import { useBusyChange } from '#components/changes/use-change.ts'
import { changeTeam, createTeam } from '#lib/contract/teams.ts'

import type { Team } from './team-box.tsx'

const QUESTIONS: readonly Question[] = [
  { name: 'name', label: 'Name', max: 80 },
  { name: 'purpose', label: 'Purpose', kind: 'text', max: 2000, hint: 'What it owns, in a sentence.' },
  {
    name: 'note',
    label: 'Note',
    kind: 'text',
    max: 2000,
    hint: 'Shown below the scope on the ownership map.',
  },
]

export function TeamDialog({
  group,
  team,
  onClose,
}: {
  group: string
  team: Team | null
  onClose: () => void
}) {
  const { change, busy } = useBusyChange()
  const send = ({ name = '', purpose = '', note = '' }: Values) => {
    const fields = { group, name: name.trim(), purpose: purpose.trim(), note: note.trim() }
    return team
      ? change({
          endpoint: changeTeam,
          input: { ...fields, team: team.slug },
          message: `${fields.name} is saved.`,
        })
      : change({ endpoint: createTeam, input: fields, message: `${fields.name} is a functional team now.` })
  }
  return (
    <FormDialog
      title={team ? `Edit ${team.name}` : 'New functional team'}
      questions={QUESTIONS}
      values={{ name: team?.name ?? '', purpose: team?.purpose ?? '', note: team?.note ?? '' }}
      buttonLabel={team ? 'Save' : 'Create the team'}
      busy={busy}
      whyNot={({ name = '' }) => (name.trim() === '' ? 'Enter a name first.' : null)}
      onSend={send}
      onClose={onClose}
    />
  )
}

'use client'

import { FormDialog } from '#components/ui/popups/form-dialog.tsx'
import type { Question, Values } from '#components/ui/popups/form-dialog.tsx'
import { useBusyChange } from '#components/changes/use-change.ts'
import { changeRole } from '#lib/contract/people.ts'
import { roleTitle } from '#lib/domain/roles.ts'

import type { Person } from './person-row.tsx'

/** How the roles of a person are called, and whether the engineering manager is acting. */
export function TermsDialog({
  group,
  person,
  onClose,
}: {
  group: string
  person: Person
  onClose: () => void
}) {
  const { change, busy } = useBusyChange()
  const { handle, name, held } = person
  const send = async (values: Values) => {
    for (const { role, title, acting } of held) {
      const terms = { title: (values[role] ?? '').trim(), acting: role === 'em' && values.acting === 'yes' }
      if (terms.title === title && terms.acting === acting) continue
      if (
        (await change({
          endpoint: changeRole,
          input: { group, person: handle, role, ...terms },
          message: null,
        })) === null
      )
        return null
    }
    return true
  }
  return (
    <FormDialog
      title={`Titles of ${name}`}
      description="The title of each role in this group. Empty: the name of the role."
      questions={held.flatMap(questionsFor)}
      values={{
        ...Object.fromEntries(held.map(({ role, title }) => [role, title])),
        acting: held.some(({ acting }) => acting) ? 'yes' : 'no',
      }}
      buttonLabel="Save"
      busy={busy}
      whyNot={() => null}
      onSend={send}
      onClose={onClose}
    />
  )
}

function questionsFor({ role }: Person['held'][number]): Question[] {
  const title = { name: role, label: `Title as ${roleTitle(role)}`, max: 120 }
  if (role !== 'em') return [title]
  return [
    title,
    {
      name: 'acting',
      label: 'Holds it',
      options: [
        ['no', 'As their own'],
        ['yes', 'Acting'],
      ],
    },
  ]
}

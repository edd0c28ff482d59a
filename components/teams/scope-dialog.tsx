'use client'

import { FormDialog } from '#components/ui/popups/form-dialog.tsx'
import type { Values } from '#components/ui/popups/form-dialog.tsx'
import { useBusyChange } from '#components/changes/use-change.ts'
import { addScopeArea, changeScopeArea } from '#lib/contract/teams.ts'

import type { Team } from './team-box.tsx'

type Props = { group: string; team: Team; area: Team['scope'][number] | null; onClose: () => void }

export function ScopeDialog({ group, team, area, onClose }: Props) {
  const { change, busy } = useBusyChange()
  const send = ({ name = '', description = '' }: Values) => {
    const fields = { group, team: team.slug, name: name.trim(), description: description.trim() }
    return area
      ? change({
          endpoint: changeScopeArea,
          input: { ...fields, area: area.id },
          message: `${fields.name} is saved.`,
        })
      : change({ endpoint: addScopeArea, input: fields, message: `${team.name} owns ${fields.name} now.` })
  }
  return (
    <FormDialog
      title={area ? `Edit ${area.name}` : `What else does ${team.name} own?`}
      questions={[
        { name: 'name', label: 'Area', max: 120 },
        { name: 'description', label: 'What belongs to it', kind: 'text', max: 2000 },
      ]}
      values={{ name: area?.name ?? '', description: area?.description ?? '' }}
      buttonLabel={area ? 'Save' : 'Add the area'}
      busy={busy}
      whyNot={({ name = '' }) => (name.trim() === '' ? 'Enter an area first.' : null)}
      onSend={send}
      onClose={onClose}
    />
  )
}

'use client'

import { FormDialog } from '#components/settings/form-dialog.tsx'
import type { Values } from '#components/settings/form-dialog.tsx'
import { useAct } from '#components/settings/use-act.ts'
import { changeBoundary, drawBoundary } from '#lib/contract/teams.ts'

import type { Boundary } from './boundary-box.tsx'
import type { Team } from './team-box.tsx'

type Props = { group: string; teams: readonly Team[]; boundary: Boundary | null; onClose: () => void }

export function BoundaryDialog({ group, teams, boundary, onClose }: Props) {
  const { act, busy } = useAct('teams', 'events')
  const send = ({ area = '', owner = '', relationship = '', sentence = '', team = '' }: Values) => {
    const words = {
      group,
      area: area.trim(),
      owner: owner.trim(),
      relationship: relationship.trim(),
      sentence: sentence.trim(),
      team: team === '' ? null : team,
    }
    return boundary
      ? act(changeBoundary, { ...words, boundary: boundary.id }, 'The boundary is redrawn.')
      : act(drawBoundary, words, `The boundary to ${words.owner} is drawn.`)
  }
  return (
    <FormDialog
      title={boundary ? 'Edit the boundary' : 'Draw a boundary'}
      questions={[
        { name: 'area', label: 'Area', max: 300, hint: 'What is not ours.' },
        { name: 'owner', label: 'Owner', max: 120, hint: 'Whose it is: a group or a team.' },
        {
          name: 'relationship',
          label: 'Relationship',
          kind: 'text',
          max: 2000,
          hint: 'As in “they own purchasing; we own metering”.',
        },
        {
          name: 'sentence',
          label: 'The longer sentence',
          kind: 'text',
          max: 2000,
          hint: 'Where the line needs one.',
        },
        {
          name: 'team',
          label: 'Which of our teams faces them?',
          options: [['', 'The whole group'], ...teams.map(({ slug, name }) => [slug, name] as const)],
        },
      ]}
      values={{
        area: boundary?.area ?? '',
        owner: boundary?.owner ?? '',
        relationship: boundary?.relationship ?? '',
        sentence: boundary?.sentence ?? '',
        team: boundary?.team ?? '',
      }}
      deed={boundary ? 'Save' : 'Draw it'}
      busy={busy}
      whyNot={({ area = '', owner = '' }) =>
        area.trim() === '' || owner.trim() === '' ? 'Say what is not ours, and whose it is.' : null
      }
      onSend={send}
      onClose={onClose}
    />
  )
}

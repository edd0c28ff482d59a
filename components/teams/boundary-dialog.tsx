'use client'

import { FormDialog } from '#components/ui/popups/form-dialog.tsx'
import type { Question, Values } from '#components/ui/popups/form-dialog.tsx'
import { useBusyChange } from '#components/changes/use-change.ts'
import { useMe } from '#components/shell/use-group.ts'
import { changeBoundary, drawBoundary } from '#lib/contract/teams.ts'

import type { Boundary } from './boundary-box.tsx'
import type { Team } from './team-box.tsx'

type Props = { group: string; teams: readonly Team[]; boundary: Boundary | null; onClose: () => void }

export function BoundaryDialog({ group, teams, boundary, onClose }: Props) {
  const { change, busy } = useBusyChange()
  const others = useMe().groups.filter(({ slug }) => slug !== group)
  const nameOf = (slug: string) => others.find((one) => one.slug === slug)?.name
  const send = ({
    area = '',
    owner = '',
    ownerGroup = '',
    relationship = '',
    sentence = '',
    team = '',
  }: Values) => {
    const fields = {
      group,
      area: area.trim(),
      owner: owner.trim() || (nameOf(ownerGroup) ?? ''),
      // what is not to be seen is not changed
      ...(ownerGroup === (boundary?.ownerGroup ?? '') ? {} : { ownerGroup: ownerGroup || null }),
      relationship: relationship.trim(),
      sentence: sentence.trim(),
      team: team === '' ? null : team,
    }
    return boundary
      ? change({
          endpoint: changeBoundary,
          input: { ...fields, boundary: boundary.id },
          message: 'Saved the boundary.',
        })
      : change({
          endpoint: drawBoundary,
          input: fields,
          message: `The boundary to ${fields.owner} is added.`,
        })
  }
  return (
    <FormDialog
      title={boundary ? 'Edit the boundary' : 'Add boundary'}
      questions={[
        { name: 'area', label: 'Area', max: 300, hint: 'An area outside the scope of the group.' },
        ...(others.length > 0 ? [ownerQuestion(others)] : []),
        { name: 'owner', label: 'Owner', max: 120, hint: 'The group or team that owns it.' },
        {
          name: 'relationship',
          label: 'Relationship',
          kind: 'text',
          max: 2000,
          hint: 'As in “they own purchasing; we own metering”.',
        },
        {
          name: 'sentence',
          label: 'Description',
          kind: 'text',
          max: 2000,
          hint: 'Optional.',
        },
        {
          name: 'team',
          label: 'Team that works with them',
          options: [['', 'The whole group'], ...teams.map(({ slug, name }) => [slug, name] as const)],
        },
      ]}
      values={{
        ownerGroup: boundary?.ownerGroup ?? '',
        area: boundary?.area ?? '',
        owner: boundary?.owner ?? '',
        relationship: boundary?.relationship ?? '',
        sentence: boundary?.sentence ?? '',
        team: boundary?.team ?? '',
      }}
      buttonLabel={boundary ? 'Save' : 'Add boundary'}
      busy={busy}
      whyNot={({ area = '', owner = '', ownerGroup = '' }) =>
        area.trim() === '' || (owner.trim() === '' && ownerGroup === '')
          ? 'Enter an area and an owner.'
          : null
      }
      onSend={send}
      onClose={onClose}
    />
  )
}

const ownerQuestion = (groups: readonly { slug: string; name: string }[]): Question => ({
  name: 'ownerGroup',
  label: 'Group',
  hint: 'If they use Saydo, the map links to them.',
  options: [
    ['', 'An owner outside this installation'],
    ...groups.map(({ slug, name }) => [slug, name] as const),
  ],
})

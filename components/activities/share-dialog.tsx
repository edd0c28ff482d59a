'use client'

import { useBusyChange } from '#components/changes/use-change.ts'
import { useMe } from '#components/shell/use-group.ts'
import { FormDialog } from '#components/ui/popups/form-dialog.tsx'
import { type Activity, shareActivity } from '#lib/contract/activities.ts'

type Props = { group: string; activity: Activity; onClose: () => void }

/** A counterpart group sees this activity and nothing else. */
export function ShareDialog({ group, activity: { id, name }, onClose }: Props) {
  const { change, busy } = useBusyChange()
  const others = useMe().groups.filter(({ slug }) => slug !== group)
  return (
    <FormDialog
      title={`Share “${name}”`}
      description={
        others.length === 0
          ? 'You have access to no other group. Ask its engineering manager to add you as a counterpart first.'
          : 'Once the other group accepts, both see and record this activity, and nothing else of each other.'
      }
      questions={[
        {
          name: 'counterpart',
          label: 'Counterpart group',
          options: others.map(({ slug, name: title }) => [slug, title] as const),
        },
      ]}
      values={{ counterpart: others[0]?.slug ?? '' }}
      buttonLabel="Ask to share"
      busy={busy}
      whyNot={({ counterpart = '' }) => (counterpart === '' ? 'Choose a group.' : null)}
      onSend={({ counterpart = '' }) =>
        change({
          endpoint: shareActivity,
          input: { group, activity: id, counterpart },
          message: ({ activity }) => `Asked ${activity.share?.group ?? 'the group'} to share “${name}”.`,
          final: true,
        })
      }
      onClose={onClose}
    />
  )
}

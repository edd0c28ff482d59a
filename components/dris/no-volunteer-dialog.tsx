'use client'

import { useBusyChange } from '#components/changes/use-change.ts'
import { FormDialog } from '#components/ui/popups/form-dialog.tsx'
import type { Values } from '#components/ui/popups/form-dialog.tsx'
import { noVolunteer } from '#lib/contract/dris.ts'
import { UNCLAIMED_REASONS, UNCLAIMED_TITLES, whyNotUnclaimed } from '#lib/domain/unclaimed.ts'

type Props = {
  group: string
  issue: { ref: number; state: 'open' | 'closed' }
  /** Name of the DRI, where it has one. */
  dri: string | null
  onClose: () => void
}

/** Handbook › How DRIs get assigned: "If no one volunteers, we discuss why". */
export function NoVolunteerDialog({ group, issue, dri, onClose }: Props) {
  const { change, busy } = useBusyChange()
  return (
    <FormDialog
      title={`No volunteer for #${issue.ref}`}
      description="It comes up at the next sync, until it has a DRI."
      questions={[
        {
          name: 'reason',
          label: 'Why',
          options: UNCLAIMED_REASONS.map((one) => [one, UNCLAIMED_TITLES[one]]),
        },
        { name: 'note', label: 'Note', kind: 'text', max: 500, hint: 'Required for another reason.' },
      ]}
      values={{ reason: 'not_a_priority', note: '' }}
      buttonLabel="Record"
      busy={busy}
      whyNot={(values) =>
        whyNotUnclaimed({ open: issue.state === 'open', dri, ...answerOf(values) })?.because ?? null
      }
      onSend={(values) =>
        change({
          endpoint: noVolunteer,
          input: { group, ref: issue.ref, ...answerOf(values) },
          message: `Recorded: no volunteer for #${issue.ref}.`,
        })
      }
      onClose={onClose}
    />
  )
}

const answerOf = ({ reason, note = '' }: Values) => ({
  reason: UNCLAIMED_REASONS.find((one) => one === reason) ?? 'other',
  note,
})

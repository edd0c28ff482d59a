'use client'

import { useBusyChange } from '#components/changes/use-change.ts'
import { dayMonth } from '#components/ui/days/days.ts'
import { AskDialog } from '#components/ui/popups/ask-dialog.tsx'
import { FormDialog } from '#components/ui/popups/form-dialog.tsx'
import { type Activity, endShare, recordOccurrence, removeActivity } from '#lib/contract/activities.ts'
import { isShared } from '#lib/domain/cadence/activities.ts'
import { isSafeLink } from '#lib/domain/calls.ts'
import type { PlainDate } from '#lib/kit/plain-date.ts'

import { ActivityDialog } from './activity-dialog.tsx'
import type { AskedOfActivity } from './asked.ts'
import { ShareDialog } from './share-dialog.tsx'

type Props = {
  group: string
  activities: readonly Activity[]
  usual: { updateDay: number; syncDay: number | null }
  today: PlainDate
  asked: AskedOfActivity
  onClose: () => void
}

/** What changes one activity, one question at a time. */
export function ActivityDialogs({ group, activities, usual, today, asked, onClose }: Props) {
  const activity = activities.find(({ id }) => id === asked.activity)
  const { what } = asked
  if (!activity) return null
  const one = { group, activity, onClose }
  if (what === 'edit') return <ActivityDialog {...one} usual={usual} today={today} />
  if (what === 'share') return <ShareDialog {...one} />
  if (what === 'remove') return <RemoveDialog {...one} />
  if (what === 'end share') return <EndShareDialog {...one} />
  return 'note' in what ? (
    <RecordDialog {...one} day={what.note} state="happened" />
  ) : (
    <RecordDialog {...one} day={what.skip} state="skipped" />
  )
}

type OneProps = { group: string; activity: Activity; onClose: () => void }

/** With what came out of it, or why it is skipped. */
function RecordDialog({
  group,
  activity,
  day,
  state,
  onClose,
}: OneProps & { day: PlainDate; state: 'happened' | 'skipped' }) {
  const { change, busy } = useBusyChange()
  const { id, name } = activity
  const isSkip = state === 'skipped'
  return (
    <FormDialog
      title={isSkip ? `Skip “${name}” on ${dayMonth(day)}` : `“${name}” happened on ${dayMonth(day)}`}
      questions={[
        isSkip
          ? { name: 'note', label: 'Reason', kind: 'text', max: 1000 }
          : { name: 'note', label: 'Note (optional)', kind: 'text', max: 1000, hint: 'What came out of it.' },
        ...(isSkip
          ? []
          : [
              { name: 'link', label: 'Link (optional)', max: 500, hint: 'Notes or a recording, https only.' },
            ]),
      ]}
      values={{ note: '', link: '' }}
      buttonLabel={isSkip ? 'Skip' : 'Record'}
      busy={busy}
      whyNot={({ note = '', link = '' }) =>
        isSkip && note.trim() === ''
          ? 'Say why it is skipped.'
          : link.trim() !== '' && !isSafeLink(link.trim())
            ? 'The link must begin with https://.'
            : null
      }
      onSend={({ note = '', link = '' }) =>
        change({
          endpoint: recordOccurrence,
          input: { group, activity: id, day, state, note: note.trim(), link: link.trim() },
          message: isSkip
            ? `Skipped “${name}” on ${dayMonth(day)}.`
            : `Recorded that “${name}” happened on ${dayMonth(day)}.`,
        })
      }
      onClose={onClose}
    />
  )
}

function RemoveDialog({ group, activity: { id, name }, onClose }: OneProps) {
  const { change, busy } = useBusyChange()
  return (
    <AskDialog
      title={`Remove “${name}”?`}
      description="What was recorded of it goes with it. You can undo this."
      buttonLabel="Remove"
      busy={busy}
      onDo={() =>
        change({ endpoint: removeActivity, input: { group, activity: id }, message: `Removed “${name}”.` })
      }
      onClose={onClose}
    />
  )
}

function EndShareDialog({ group, activity: { id, name, share }, onClose }: OneProps) {
  const { change, busy } = useBusyChange()
  const ends = share !== null && isShared(share.state)
  return (
    <AskDialog
      title={ends ? `End sharing “${name}” with ${share.group}?` : `Withdraw the offer to share “${name}”?`}
      description={
        ends
          ? 'Each group keeps the activity with what was recorded by now.'
          : 'The other group no longer sees it. You can offer it again.'
      }
      buttonLabel={ends ? 'End sharing' : 'Withdraw'}
      busy={busy}
      onDo={() =>
        change({
          endpoint: endShare,
          input: { group, activity: id },
          message: ends ? `“${name}” is no longer shared.` : 'Withdrew the offer.',
          final: true,
        })
      }
      onClose={onClose}
    />
  )
}

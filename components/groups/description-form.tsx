'use client'

import { FormDialog } from '#components/ui/popups/form-dialog.tsx'
import type { Question } from '#components/ui/popups/form-dialog.tsx'
import { useBusyChange } from '#components/changes/use-change.ts'
import { useGroup } from '#components/shell/use-group.ts'
import { changeGroup } from '#lib/contract/groups.ts'

const WORDS = 10_000
const QUESTIONS: readonly Question[] = [
  { name: 'name', label: 'Name', max: 80, hint: 'The address of the group does not change.' },
  { name: 'summary', label: 'Summary', kind: 'text', max: WORDS, hint: 'Shown at the top of its page.' },
  { name: 'vision', label: 'Vision', kind: 'text', max: WORDS },
  { name: 'mission', label: 'Mission', kind: 'text', max: WORDS, hint: 'What the group owns.' },
  { name: 'channel', label: 'Main channel', max: 120, hint: 'For work-related communication.' },
  { name: 'namespace', label: 'Namespace', max: 255, hint: 'Where its projects are.' },
]

export function DescriptionForm({ group, onClose }: { group: string; onClose: () => void }) {
  const { name, summary, vision, mission, channel, namespace } = useGroup(group)
  const { change, busy } = useBusyChange()
  return (
    <FormDialog
      title="About the group"
      questions={QUESTIONS}
      values={{ name, summary, vision, mission, channel, namespace }}
      buttonLabel="Save"
      busy={busy}
      whyNot={(values) => ((values.name ?? '').trim() === '' ? 'Enter a name.' : null)}
      onSend={(values) =>
        change({
          endpoint: changeGroup,
          input: { group, ...values },
          message: 'Saved the description of the group.',
        })
      }
      onClose={onClose}
    />
  )
}

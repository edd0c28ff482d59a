'use client'

import { FormDialog } from '#components/ui/popups/form-dialog.tsx'
import type { Question, Values } from '#components/ui/popups/form-dialog.tsx'
import { useBusyChange } from '#components/changes/use-change.ts'
import { useGroup } from '#components/shell/use-group.ts'
import { dayMonthYear } from '#components/ui/days/days.ts'
import type { OutputOf } from '#lib/contract/endpoint.ts'
import type { MilestoneFacts } from '#lib/contract/facts.ts'
import { createMilestone, editMilestone } from '#lib/contract/milestones.ts'
import type { listMilestones } from '#lib/contract/milestones.ts'
import { whyNotNewDays, whyNotOverlap, whyNotTitle } from '#lib/domain/milestones.ts'
import type { Milestone } from '#lib/domain/milestones.ts'
import { isPlainDate } from '#lib/kit/plain-date.ts'

type Props = {
  group: string
  /** Null makes a new one, on the proposed days. */
  milestone: MilestoneFacts | null
  known: OutputOf<typeof listMilestones>
  onClose: () => void
}

/** The title and the days of a timebox, or the title of a shelf. The rules of the server speak while one types. */
export function MilestoneDialog({ group, milestone, known, onClose }: Props) {
  const { change, busy } = useBusyChange()
  const { today } = useGroup(group)
  const all = known.items.map(asRuled)
  const own = milestone && asRuled(milestone)
  const daysStay = own ? whyNotNewDays(own, own.dueOn !== null && own.dueOn < today) : null
  const send = ({ title = '', startOn = '', dueOn = '' }: Values) => {
    const fields = { group, title: title.trim(), ...(daysStay ? {} : { startOn, dueOn }) }
    return milestone
      ? change({
          endpoint: editMilestone,
          input: { ...fields, milestone: milestone.slug },
          message: `${fields.title} is saved.`,
        })
      : change({
          endpoint: createMilestone,
          input: fields,
          message: `Created the milestone ${fields.title}.`,
        })
  }
  const whyNot = ({ title = '', startOn = '', dueOn = '' }: Values): string | null => {
    if (title.trim() === '') return 'Enter a title.'
    const taken = whyNotTitle(all, title.trim(), own)
    if (taken) return taken.because
    if (daysStay) return null
    if (!isPlainDate(startOn) || !isPlainDate(dueOn)) return 'Enter a first and a last day.'
    return whyNotOverlap(all, { startOn, dueOn, ...(own ? { id: own.id } : {}) })?.because ?? null
  }
  return (
    <FormDialog
      title={milestone ? `Edit ${milestone.title}` : 'New milestone'}
      {...describedBy(milestone, known)}
      questions={daysStay ? [TITLE] : [TITLE, ...DAYS.map((day) => ({ ...day, today }))]}
      values={{
        title: milestone?.title ?? known.proposed.title,
        startOn: milestone?.startOn ?? known.proposed.startOn,
        dueOn: milestone?.dueOn ?? known.proposed.dueOn,
      }}
      buttonLabel={milestone ? 'Save' : 'Create the milestone'}
      busy={busy}
      whyNot={whyNot}
      onSend={send}
      onClose={onClose}
    />
  )
}

const TITLE: Question = { name: 'title', label: 'Title', max: 80 }
const DAYS: readonly Question[] = [
  { name: 'startOn', label: 'First day', kind: 'day' },
  { name: 'dueOn', label: 'Last day', kind: 'day', hint: 'Both days are included.' },
]

function describedBy(
  milestone: MilestoneFacts | null,
  { proposed }: Props['known'],
): { description: string } {
  if (milestone?.closed) return { description: 'It is closed. Its dates no longer change.' }
  if (milestone?.shelf) return { description: 'A shelf keeps its meaning when you rename it.' }
  if (milestone) return { description: 'Boards and links stay. Milestones cannot overlap.' }
  const [from, to] = [dayMonthYear(proposed.startOn), dayMonthYear(proposed.dueOn)]
  return {
    description: `${from} to ${to} is a suggestion: it ends on the Friday before the third Thursday of a month.`,
  }
}

/** As the rules see it; when exactly it was closed is nothing to them. */
const asRuled = ({ closed, ...facts }: MilestoneFacts): Milestone => ({
  ...facts,
  kind: facts.shelf === null ? 'timebox' : 'shelf',
  closedAt: closed ? '' : null,
})

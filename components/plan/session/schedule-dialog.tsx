'use client'

import { useState } from 'react'
import type { FormEvent } from 'react'

import { useBusyChange } from '#components/changes/use-change.ts'
import { useLookups } from '#components/lookups/lookups.ts'
import { CheckField } from '#components/ui/check.tsx'
import { Button } from '#components/ui/button.tsx'
import { DateField, whyNotDay } from '#components/ui/days/date-field.tsx'
import { dayMonth } from '#components/ui/days/days.ts'
import { TimeField, whyNotTime } from '#components/ui/days/time-field.tsx'
import { CancelButton, Dialog } from '#components/ui/popups/dialog.tsx'
import { scheduleSession } from '#lib/contract/plan-session.ts'
import type { Plan } from '#lib/contract/plan.ts'

type Props = { group: string; view: Plan; me: string; onClose: () => void }

const USUAL_TIME = '15:00'

/** When PM and EM finalise the planning board, and who is invited. */
export function ScheduleDialog({ group, view, me, onClose }: Props) {
  const { people } = useLookups(group)
  const { change, busy } = useBusyChange()
  const { milestone, session, today, steps } = view
  const planned = session !== null && session.endedAt === null ? session : null
  const due = steps.find(({ key }) => key === 'session')?.dueOn
  const [day, setDay] = useState(planned?.day ?? (due !== undefined && due > today ? due : today))
  const [time, setTime] = useState(planned?.time ?? USUAL_TIME)
  const leads = people.filter(({ roles }) => roles.includes('pm') || roles.includes('em'))
  const [invited, setInvited] = useState<ReadonlySet<string>>(
    new Set(planned?.invited.map(({ person }) => person) ?? leads.map(({ handle }) => handle)),
  )
  const reason = busy
    ? 'Saving…'
    : day === ''
      ? 'Choose a day.'
      : (whyNotDay(day) ?? whyNotTime(time) ?? (invited.size === 0 ? 'Invite at least one person.' : null))
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (reason) return
    const isDone = await change({
      endpoint: scheduleSession,
      input: { group, milestone: milestone.slug, day, time, invited: [...invited] },
      message: `The joint session of ${milestone.title} is on ${dayMonth(day)}, ${time}.`,
    })
    if (isDone) onClose()
  }
  // the people who lead planning stand first
  const sorted = people.toSorted(
    (a, b) => Number(leads.includes(b)) - Number(leads.includes(a)) || a.name.localeCompare(b.name),
  )
  return (
    <Dialog
      title={`Joint session of ${milestone.title}`}
      description="PM and EM finalise the Planning Board together. Everyone invited is asked to accept."
      onClose={onClose}
    >
      <form noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-3">
        <div className="grid grid-cols-[1fr_7rem] gap-3">
          <DateField label="Day" value={day} today={today} onValue={setDay} />
          <TimeField label="Time" value={time} onValue={setTime} />
        </div>
        <fieldset className="scroll-calm grid max-h-52 grid-cols-2 gap-x-3 gap-y-1 overflow-y-auto max-sm:grid-cols-1">
          <legend className="pb-1 font-medium">Invited</legend>
          {sorted.map(({ handle, name }) => (
            <CheckField
              key={handle}
              checked={invited.has(handle)}
              onCheck={(checked) =>
                setInvited((now) => {
                  const next = new Set(now)
                  if (checked) next.add(handle)
                  else next.delete(handle)
                  return next
                })
              }
            >
              <bdi className="min-w-0">{handle === me ? `${name} (me)` : name}</bdi>
            </CheckField>
          ))}
        </fieldset>
        <div className="flex justify-end gap-2">
          <CancelButton />
          <Button kind="primary" type="submit" disabledReason={reason}>
            {planned ? 'Move session' : 'Schedule session'}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

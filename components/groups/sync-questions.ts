import type { Question, Values } from '#components/ui/popups/form-dialog.tsx'
import { LEAST_SYNC, MOST_SYNC, type SyncTurn } from '#lib/domain/syncs/turn.ts'
import { WEEKDAYS } from '#lib/domain/week-text.ts'

/** When the weekly sync is; its time is asked for only where there is a day. */
export const syncQuestions = (day: string): Question[] => [
  {
    name: 'sync',
    label: 'Weekly sync',
    hint: 'Attendance is optional: the agenda and the minutes are the same page.',
    options: [['', 'None'], ...WEEKDAYS.map((name, at) => [String(at + 1), `Every ${name}`] as const)],
  },
  ...(day === ''
    ? []
    : [
        {
          name: 'syncTime',
          label: 'Weekly sync at',
          max: 5,
          hint: 'In the time zone of the group, such as 15:00.',
        },
        { name: 'syncMinutes', label: 'Length of the weekly sync in minutes', kind: 'number' as const },
      ]),
]

export const syncValues = ({ syncDay, syncTime, syncMinutes }: SyncTurn): Values => ({
  sync: String(syncDay ?? ''),
  syncTime,
  syncMinutes: String(syncMinutes),
})

const minutesOf = (text = ''): number => (text.trim() === '' ? Number.NaN : Number(text.trim()))

/** Without a day, the time stays as it was. */
export function syncTurnOf(values: Values, { syncTime, syncMinutes }: SyncTurn): SyncTurn {
  if (values['sync'] === '') return { syncDay: null, syncTime, syncMinutes }
  return {
    syncDay: Number(values['sync']),
    syncTime: (values['syncTime'] ?? syncTime).trim(),
    syncMinutes: minutesOf(values['syncMinutes'] ?? String(syncMinutes)),
  }
}

export function whyNotSyncTurn({ sync, syncTime = '', syncMinutes }: Values): string | null {
  if (sync === '') return null
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(syncTime.trim()))
    return 'Enter the time of the weekly sync, such as 15:00.'
  const minutes = minutesOf(syncMinutes)
  return Number.isInteger(minutes) && minutes >= LEAST_SYNC && minutes <= MOST_SYNC
    ? null
    : `A weekly sync takes ${LEAST_SYNC} to ${MOST_SYNC} minutes.`
}

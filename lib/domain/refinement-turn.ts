import { WEEKDAYS } from './week-text.ts'

type Turn = { refinementDay: number | null; refinementHour: number }

/** '09:00'. */
export const hourText = (hour: number): string => `${String(hour).padStart(2, '0')}:00`

/** When a group has its refinement issues made: “Made every Monday at 09:00.” */
export const turnText = ({ refinementDay, refinementHour }: Turn): string =>
  refinementDay === null
    ? 'Not made.'
    : `Made every ${WEEKDAYS[refinementDay - 1] ?? 'week'} at ${hourText(refinementHour)}.`

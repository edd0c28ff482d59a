import { dayMonthYear } from '#components/ui/days/days.ts'
import { setDue } from '#lib/contract/issue-facts.ts'
import type { Look } from './look.tsx'

export const dueLook: Look = {
  row: 'Due',
  menu: 'Due',
  setting: setDue,
  options: [],
  shown: (due) => typeof due === 'string' && dayMonthYear(due),
  message: (due, them) =>
    typeof due === 'string'
      ? `Set the due date of ${them} to ${dayMonthYear(due)}.`
      : `Cleared the due date of ${them}.`,
  command: { title: 'Set the due date', keywords: 'date' },
}

import { dayMonthYear } from '#components/ui/days/days.ts'
import { setDue } from '#lib/contract/issue-facts.ts'
import type { Look } from './look.tsx'

export const dueLook: Look = {
  row: 'Due',
  menu: 'Due',
  setting: setDue,
  options: [],
  shown: (due) => typeof due === 'string' && dayMonthYear(due),
  message: (due, one) =>
    typeof due === 'string' ? `${one} is due on ${dayMonthYear(due)}.` : `${one} has no due date.`,
}

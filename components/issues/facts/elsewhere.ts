import { dayMonthYear } from '#components/ui/days/days.ts'
import { FACTS } from '#lib/domain/facts/facts.ts'
import type { FactName } from '#lib/domain/facts/names.ts'
import type { Look, Option, Value } from './look.tsx'
import { LOOKS } from './looks.ts'

/** A fact where no page of its issue is: set for many, and in the palette. */
type Elsewhere = {
  menu: string
  options: readonly Option[]
  /** What was done to “3 issues”. */
  message: (value: Value, many: string) => string
  palette: { title: string; words: string }
}

/** A choice is told of many as of one. */
const many = ({ menu, options, message }: Look, title: string) => ({
  menu,
  options: options.map(({ value, label, icon, lined }) => ({
    value,
    label: value === null ? `No ${title}` : label,
    icon,
    ...(lined ? { lined } : {}),
  })),
  message,
})

export const ELSEWHERE: Record<FactName, Elsewhere> = {
  health: {
    ...many(LOOKS.health, FACTS.health.title),
    palette: { title: 'Set health…', words: 'set health on track at risk' },
  },
  due: {
    menu: LOOKS.due.menu,
    options: [],
    message: (due, count) =>
      typeof due === 'string'
        ? `Set the due date of ${count} to ${dayMonthYear(due)}.`
        : `Cleared the due date of ${count}.`,
    palette: { title: 'Set the due date…', words: 'date' },
  },
  confidential: {
    menu: 'Visibility',
    options: [
      { value: true, label: 'Hide from stakeholders' },
      { value: false, label: 'Make visible to everyone in the group' },
    ],
    message: (isHidden, count) =>
      isHidden ? `Hid ${count} from stakeholders.` : `Made visible to everyone in the group: ${count}.`,
    palette: { title: 'Set visibility…', words: 'confidential' },
  },
}

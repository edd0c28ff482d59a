import type { ReactNode } from 'react'

import { dayMonthYear } from '#components/ui/days/days.ts'
import { Icon } from '#components/ui/icon.tsx'
import { FACTS } from '#lib/domain/facts/facts.ts'
import type { FactName } from '#lib/domain/facts/names.ts'
import type { Value } from './look.tsx'

type Column = {
  title: string
  /** In pixels: the least in which it is read, and what it takes where there is room. */
  width: { least: number; most: number }
}

/** Each fact in a list, apart from its page, so that neither carries the other. */
export const COLUMNS_OF_FACTS: Record<FactName, Column> = {
  health: { title: 'Health', width: { least: 92, most: 128 } },
  due: { title: 'Due', width: { least: 84, most: 96 } },
  confidential: { title: 'Confidential', width: { least: 92, most: 104 } },
}

/** What stands in the cell of a list. */
export function factCell(name: FactName, value: Value): ReactNode {
  const fact = FACTS[name]
  if (!value) return null
  switch (fact.kind) {
    case 'choice':
      return (
        <span className="line-clamp-2 leading-[16px] whitespace-normal">
          {titleIn(fact.titles, String(value))}
        </span>
      )
    case 'day':
      return <span className="num text-xs">{dayMonthYear(String(value))}</span>
    case 'flag':
      return (
        <>
          <Icon name="lock" className="size-3.5 text-ink-3" />
          yes
        </>
      )
  }
}

/** The title of a value that came from elsewhere, which may be none. */
export const titleIn = (titles: Readonly<Record<string, string>>, value: string): string =>
  titles[value] ?? value

import type { ReactNode } from 'react'

import { cx } from '#components/ui/cx.ts'
import { Note } from '#components/ui/tag.tsx'
import type { Endpoint } from '#lib/contract/endpoint.ts'
import type { Choice } from '#lib/domain/facts/fact.ts'
import type { FactsShown } from '#lib/domain/facts/facts.ts'
import type { FactName } from '#lib/domain/facts/names.ts'

export type Value = FactsShown[FactName]
export type Option = { value: Value; label: string; hint?: string; icon?: ReactNode; lined?: boolean }

/** A fact on the page of its issue. */
export type Look = {
  row: string
  menu: string
  /** What sets it: asked for the fact by its name. */
  setting: Endpoint
  /** What can be chosen; a day has a field instead. */
  options: readonly Option[]
  shown: (value: Value) => ReactNode
  /** What was done to “#12”, or to “3 issues”. */
  message: (value: Value, them: string) => string
  /** In the palette. */
  command: { title: string; keywords: string }
}

const DOTS = { good: 'bg-good', warn: 'bg-warn', bad: 'bg-bad', calm: 'bg-ink-3' }
type Tone = keyof typeof DOTS

/** `looks` says of each value how it is meant, and a word beside its title. */
export function choiceLook<V extends string>(
  row: string,
  setting: Endpoint,
  { title, titles, values }: Choice<string, string, V>,
  looks: Record<V, { tone: Tone; hint?: string }>,
): Look {
  const options = values.map((value): Option & { tone: Tone } => ({
    // safe because only the facts of the registry have a look
    value: value as string as Value,
    label: titles[value],
    icon: <i className={cx('size-2 flex-none rounded-full', DOTS[looks[value].tone])} />,
    ...looks[value],
  }))
  const of = (value: Value) => options.find((one) => one.value === value)
  return {
    row,
    menu: row,
    setting,
    command: { title: `Set ${title}`, keywords: values.map((value) => titles[value]).join(' ') },
    options: [...options, { value: null, label: 'Not set', lined: true }],
    shown: (value) => {
      const option = of(value)
      return option ? <Note tone={option.tone}>{option.label}</Note> : 'not set'
    },
    message: (value, subject) => {
      const option = of(value)
      return option ? `${subject}: ${option.label}.` : `Cleared the ${title} of ${subject}.`
    },
  }
}

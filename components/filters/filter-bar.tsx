'use client'

import { useEffect } from 'react'
import type { ReactNode, RefObject } from 'react'

import { cx } from '#components/ui/cx.ts'
import { Icon } from '#components/ui/icon.tsx'
import { Kbd } from '#components/ui/keys/kbd.tsx'
import { MenuButton } from '#components/ui/popups/menu.tsx'
import { areNone, NO_CHIPS, toggled, typedOf } from '#lib/domain/filters.ts'
import type { Chips, Clause } from '#lib/domain/filters.ts'
import { wordsOf } from '#lib/domain/search.ts'

import { clauseText, filterEntries, ON_BOARDS } from './filter-entries.ts'
import type { Choices, Questions } from './filter-entries.ts'

type Props = {
  view: Choices
  chips: Chips
  onChange: (chips: Chips) => void
  /** Null where nobody counted. */
  counts: { shown: number; all: number } | null
  search: RefObject<HTMLInputElement | null>
  /** What can be asked for, where it is not what boards ask for. */
  questions?: Questions
  /** Stands at the end. */
  more?: ReactNode
}

/** What is shown of the whole: words to look for, and chips that can be turned round or taken away. */
export function FilterBar({ view, chips, onChange, counts, search, more, ...rest }: Props) {
  const { questions = ON_BOARDS } = rest
  const typed = typedOf(chips)
  useEffect(() => {
    // the address follows what is typed, not the other way round while one types
    const field = search.current
    if (field && document.activeElement !== field) show(field, typed)
  }, [typed, search])
  return (
    <search className="flex flex-wrap items-center gap-2">
      <label className="relative flex items-center">
        <Icon name="search" className="pointer-events-none absolute left-2 size-3.5 text-ink-3" />
        <input
          dir="auto"
          ref={search}
          type="search"
          defaultValue={typed}
          aria-label="Filter by title or number"
          placeholder="Words or number"
          onChange={(event) => onChange({ ...chips, words: wordsOf(event.target.value) })}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && event.currentTarget.value === '') event.currentTarget.blur()
          }}
          className="peer h-7 w-52 rounded-sm border border-control/60 bg-surface pr-7 pl-7 text-xs hover:border-control pointer-coarse:h-11 [&::-webkit-search-cancel-button]:hidden"
        />
        <Kbd
          className={cx('pointer-events-none absolute right-1.5 peer-focus:hidden', typed !== '' && 'hidden')}
        >
          /
        </Kbd>
      </label>
      <MenuButton
        size="sm"
        className="h-7"
        menuLabel="Filter"
        search="Type, person, team, epic, label…"
        entries={() => filterEntries(view, chips, (clause) => onChange(toggled(chips, clause)), questions)}
      >
        <Icon name="filter" className="size-3.5" />
        Filter
      </MenuButton>
      {chips.clauses.map((clause) => (
        <ClauseChip
          key={`${clause.field} ${clause.value}`}
          clause={clause}
          words={clauseText(clause, view, questions)}
          onTurn={() => onChange(toggled(chips, { ...clause, is: !clause.is }))}
          onRemove={() => onChange(toggled(chips, clause))}
        />
      ))}
      {!areNone(chips) && (
        <button
          type="button"
          className="tap min-h-6 rounded-xs px-1 text-xs text-ink-2 underline-offset-2 hover:underline"
          onClick={() => onChange(NO_CHIPS)}
        >
          Show all
        </button>
      )}
      {counts && (
        <span className="num text-xs text-ink-3">
          {counts.shown === counts.all ? '' : `${counts.shown} of `}
          {counts.all === 1 ? '1 issue' : `${counts.all} issues`}
        </span>
      )}
      {more}
    </search>
  )
}

function show(field: HTMLInputElement, text: string) {
  field.value = text
}

type ChipProps = {
  clause: Clause
  words: { field: string; value: string }
  onTurn: () => void
  onRemove: () => void
}

function ClauseChip({ clause, words, onTurn, onRemove }: ChipProps) {
  const sentence = `${words.field} is ${clause.is ? '' : 'not '}${words.value}`
  return (
    <span className="inline-flex min-h-7 flex-none items-center rounded-full border border-line bg-surface pl-2.5 text-xs text-ink-2">
      {words.field}
      <button
        type="button"
        aria-label={`${sentence}; switch to its opposite`}
        data-tip="Turn round"
        onClick={onTurn}
        className="tap min-h-6 rounded-xs px-1.5 hover:bg-hover hover:text-ink"
      >
        {clause.is ? 'is' : 'is not'}
      </button>
      <b className="max-w-48 truncate font-medium text-ink">{words.value}</b>
      <button
        type="button"
        aria-label={`Remove: ${sentence}`}
        onClick={onRemove}
        className="tap ml-0.5 grid size-6 place-items-center rounded-full hover:bg-hover hover:text-ink"
      >
        <Icon name="close" className="size-3" />
      </button>
    </span>
  )
}

'use client'

import { useState } from 'react'
import type { KeyboardEvent } from 'react'

import { cx } from '#components/ui/cx.ts'
import { asCode, asLink, listed, wrapped } from './text-edits.ts'
import type { TextEdit, Writing } from './text-edits.ts'

type Tool = { name: string; key?: string; path: string; edit: (writing: Writing) => TextEdit }

/** Drawn as the icons of the house are, on a grid of 16. */
const TOOLS: readonly Tool[] = [
  {
    name: 'Bold',
    key: 'B',
    path: 'M5 3.5h3.6a2.2 2.2 0 0 1 0 4.4H5zm0 4.4h4.2a2.3 2.3 0 0 1 0 4.6H5z',
    edit: (writing) => wrapped(writing, '**'),
  },
  { name: 'Italic', key: 'I', path: 'M7 3.5h4m-6 9h4m.8-9-3.6 9', edit: (writing) => wrapped(writing, '*') },
  { name: 'Code', path: 'm5.5 4.5-3.5 3.5 3.5 3.5m5-7 3.5 3.5-3.5 3.5', edit: asCode },
  {
    name: 'Link',
    path: 'M6.8 9.2a2.4 2.4 0 0 0 3.4 0l2.2-2.2A2.4 2.4 0 0 0 9 3.6l-.8.8m1 2.4a2.4 2.4 0 0 0-3.4 0L3.6 9A2.4 2.4 0 0 0 7 12.4l.8-.8',
    edit: asLink,
  },
  {
    name: 'List',
    path: 'M6 4.5h7.5M6 8h7.5M6 11.5h7.5M3 4.5h.01M3 8h.01M3 11.5h.01',
    edit: (writing) => listed(writing, '- '),
  },
  {
    name: 'Task list',
    path: 'M2.5 3h4v4h-4zm1 2 .8.8L6 4M9 5h4.5m-11 4h4v4h-4zM9 11h4.5',
    edit: (writing) => listed(writing, '- [ ] '),
  },
]

/** What Ctrl or ⌘ with a letter does in the text, the same as the button. */
export const toolOfKey = (key: string) => TOOLS.find((tool) => tool.key === key.toUpperCase())?.edit

type Props = { onEdit: (edit: (writing: Writing) => TextEdit) => void; controls: string }

/** A toolbar is one stop for Tab; the arrows go along it. */
export function EditorToolbar({ onEdit, controls }: Props) {
  const [at, setAt] = useState(0)
  const onKey = (event: KeyboardEvent<HTMLElement>) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (step === undefined) return
    const next = (at + step + TOOLS.length) % TOOLS.length
    setAt(next)
    const button = event.currentTarget.children[next]
    if (button instanceof HTMLElement) button.focus()
    event.preventDefault()
  }
  return (
    <div
      role="toolbar"
      tabIndex={-1}
      aria-label="Formatting"
      aria-controls={controls}
      className="flex items-center gap-0.5 outline-none"
      onKeyDown={onKey}
    >
      {TOOLS.map(({ name, key, path, edit }, place) => (
        <button
          key={name}
          type="button"
          tabIndex={place === at ? 0 : -1}
          aria-label={name}
          data-tip={key ? `${name} (Ctrl or ⌘ ${key})` : name}
          className={cx(
            'tap grid size-7 place-items-center rounded-xs text-ink-2 hover:bg-hover hover:text-ink',
            'pointer-coarse:size-9',
          )}
          onFocus={() => setAt(place)}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onEdit(edit)}
        >
          <svg
            viewBox="0 0 16 16"
            aria-hidden="true"
            className="size-4 fill-none stroke-current"
            strokeWidth={1.5}
            strokeLinecap="round"
            strokeLinejoin="round"
          >
            <path d={path} />
          </svg>
        </button>
      ))}
    </div>
  )
}

'use client'

import { useId, useImperativeHandle, useRef, useState } from 'react'
import type { ClipboardEvent, KeyboardEvent, ReactNode, Ref } from 'react'

import { caretPlace } from './caret-place.ts'
import { cx } from '#components/ui/cx.ts'
import { lazily } from '#components/ui/popups/lazily.tsx'
import type { Suggestion } from './editor-list.tsx'
import { optionId } from './option-id.ts'
import { EditorToolbar, toolOfKey } from './editor-toolbar.tsx'
import { isComposing } from '#components/ui/keys/is-composing.ts'
import { signOf } from '#components/ui/keys/key-of-event.ts'
import { continued, pastedAddress } from './text-edits.ts'
import type { TextEdit, Writing } from './text-edits.ts'
import { accepted, triggerAt } from './text-trigger.ts'
import type { Trigger } from './text-trigger.ts'

const EditorList = lazily(async () => (await import('./editor-list.tsx')).EditorList)

export type MarkdownEditorProps = {
  label: string
  /** The label is read out and not shown, where the place says what the field is. */
  labelHidden?: boolean
  hint?: ReactNode
  value: string
  onChange: (value: string) => void
  /** Ctrl or ⌘ with Enter. */
  onSubmit?: () => void
  /** Esc, when there are no suggestions to close. */
  onEscape?: () => void
  rows?: number
  maxLength?: number
  placeholder?: string
  /** To focus it, or to read what is selected. */
  ref?: Ref<HTMLTextAreaElement>
}

type Props = MarkdownEditorProps & {
  /** What the text will look like; drawn while it is asked for. */
  preview: ReactNode
  /** What the name at the caret may become. Asked with every letter; `onTrigger` says when to fetch. */
  suggestions: readonly Suggestion[]
  /** What kind of thing is being named, for the ear. */
  suggestionsLabel: string
  onTrigger: (trigger: Trigger | null) => void
  /** What is pasted in place of an address, such as the number of an issue of ours; null leaves it as it is. */
  shorten?: (address: string) => string | null
}

/** Markdown in a plain text area, which keeps what browsers know about writing; it knows no noun. */
export function MarkdownEditor(props: Props) {
  const { label, labelHidden, hint, value, onChange, ref, preview, rows = 5, maxLength, placeholder } = props
  const id = useId()
  const area = useRef<HTMLTextAreaElement>(null)
  useImperativeHandle<HTMLTextAreaElement | null, HTMLTextAreaElement | null>(ref, () => area.current)
  const [isShown, setShown] = useState(false)
  const naming = useNaming(props, area)
  const edit = (change: (writing: Writing) => TextEdit | null): boolean => {
    const made = area.current && change(writingIn(area.current))
    if (area.current && made) apply(area.current, made)
    return Boolean(made)
  }
  const { open, active } = naming
  const onKey = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (isComposing(event.nativeEvent)) return
    if (naming.onKey(event) || onEditingKey(event, edit, props)) {
      event.preventDefault()
      event.stopPropagation()
    }
  }
  const onPaste = (event: ClipboardEvent) => {
    const pasted = event.clipboardData.getData('text/plain')
    if (
      edit((writing) => pastedAddress(writing, pasted) ?? shortened(writing, props.shorten?.(pasted.trim())))
    ) {
      event.preventDefault()
    }
  }
  return (
    <div className="@container flex min-w-0 flex-col gap-1">
      <label htmlFor={id} className={labelHidden ? 'sr-only' : 'font-medium'}>
        {label}
      </label>
      <div className="overflow-clip rounded-sm border border-control bg-surface shadow-card has-[textarea:focus]:outline-2 has-[textarea:focus]:outline-offset-1 has-[textarea:focus]:outline-accent">
        <div className="flex items-center justify-between gap-2 border-b border-line px-1 py-0.5">
          <EditorToolbar controls={id} onEdit={edit} />
          <button
            type="button"
            aria-pressed={isShown}
            className={cx(
              'tap min-h-6 rounded-xs px-2 text-xs font-medium hover:bg-hover',
              isShown ? 'bg-accent-soft text-accent' : 'text-ink-2',
            )}
            onClick={() => setShown(!isShown)}
          >
            Preview
          </button>
        </div>
        <div className={cx('grid', isShown && '@2xl:grid-cols-2 @2xl:divide-x @2xl:divide-line')}>
          <textarea
            dir="auto"
            ref={area}
            id={id}
            rows={rows}
            value={value}
            maxLength={maxLength}
            placeholder={placeholder}
            aria-describedby={hint ? `${id}-hint` : undefined}
            aria-autocomplete="list"
            aria-controls={open ? `${id}-list` : undefined}
            aria-activedescendant={open ? optionId(`${id}-list`, active) : undefined}
            className={cx(
              'max-h-[50vh] w-full resize-y bg-transparent px-2.5 py-2 text-base leading-[1.55] text-ink outline-none [field-sizing:content] pointer-coarse:text-[16px]',
              isShown && '@max-2xl:hidden',
            )}
            style={{ minHeight: `calc(${rows} * 1.55em + 1rem)` }}
            onChange={(event) => {
              onChange(event.target.value)
              naming.look()
            }}
            onKeyDown={onKey}
            onKeyUp={(event) => MOVES.has(event.key) && naming.look()}
            onClick={naming.look}
            onFocus={EditorList.ahead}
            onBlur={naming.close}
            onScroll={naming.close}
            onPaste={onPaste}
          />
          {isShown && (
            <section
              aria-label={`Preview of ${label.toLowerCase()}`}
              className="scroll-calm max-h-[50vh] min-w-0 overflow-y-auto px-3 py-2"
              style={{ minHeight: `calc(${rows} * 1.55em + 1rem)` }}
            >
              {value.trim() ? preview : <p className="text-ink-3">Nothing to preview yet.</p>}
            </section>
          )}
        </div>
      </div>
      {hint && (
        <span id={`${id}-hint`} className="text-xs text-ink-3">
          {hint}
        </span>
      )}
      <span aria-live="polite" className="sr-only">
        {open ? countText(props.suggestions.length, props.suggestionsLabel) : ''}
      </span>
      {open && naming.place && (
        <EditorList
          id={`${id}-list`}
          label={props.suggestionsLabel}
          items={props.suggestions}
          active={active}
          place={naming.place}
          onPoint={naming.point}
          onChoose={naming.choose}
        />
      )}
    </div>
  )
}

const MOVES = new Set(['ArrowLeft', 'ArrowRight', 'Home', 'End'])

const countText = (count: number, what: string) =>
  `${count} ${what.toLowerCase()}, use the arrow keys; Enter chooses.`

/** The name at the caret, and which of its suggestions Enter would take. */
function useNaming(
  { suggestions, onTrigger, value }: Pick<Props, 'suggestions' | 'onTrigger' | 'value'>,
  area: { current: HTMLTextAreaElement | null },
) {
  const [trigger, setTrigger] = useState<Trigger | null>(null)
  const [place, setPlace] = useState<ReturnType<typeof caretPlace> | null>(null)
  const [at, setAt] = useState(0)
  const active = Math.min(at, Math.max(0, suggestions.length - 1))
  const open = trigger !== null && suggestions.length > 0
  const become = (next: Trigger | null) => {
    setTrigger(next)
    setAt(0)
    setPlace(next && area.current ? caretPlace(area.current, next.from) : null)
    onTrigger(next)
  }
  const look = () => {
    const field = area.current
    const next =
      field && field.selectionStart === field.selectionEnd
        ? triggerAt(field.value, field.selectionStart)
        : null
    if (next || trigger) become(next)
  }
  const close = () => trigger && become(null)
  const choose = (which: number) => {
    const chosen = suggestions[which]
    if (!trigger || !chosen || !area.current) return
    const made = accepted(value, trigger, chosen.insert)
    become(null)
    apply(area.current, made)
  }
  /** Whether the key was meant for the suggestions. */
  const onKey = ({ key, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean => {
    if (!open || ctrlKey || metaKey || altKey) return false
    const count = suggestions.length
    if (key === 'ArrowDown') setAt((active + 1) % count)
    else if (key === 'ArrowUp') setAt((active - 1 + count) % count)
    else if (key === 'Escape') become(null)
    else if ((key === 'Enter' || key === 'Tab') && !shiftKey) choose(active)
    else return false
    return true
  }
  return { open, active, place, look, close, choose, onKey, point: setAt }
}

type Edit = (change: (writing: Writing) => TextEdit | null) => boolean

/** Whether the key was one of the editor's own. ⌘K stays the palette's, Tab leads out of the field. */
function onEditingKey(event: KeyboardEvent, edit: Edit, { onSubmit, onEscape }: Props): boolean {
  const { key, code, ctrlKey, metaKey, altKey, shiftKey } = event
  if ((ctrlKey || metaKey) && !altKey && !shiftKey) {
    if (key === 'Enter' && onSubmit) {
      onSubmit()
      return true
    }
    const sign = signOf({ key, code, shiftKey })
    const tool = sign.length === 1 ? toolOfKey(sign) : undefined
    return tool ? edit(tool) : false
  }
  if (key === 'Escape' && onEscape) {
    onEscape()
    return true
  }
  return key === 'Enter' && !shiftKey && !altKey && !ctrlKey && !metaKey && edit(continued)
}

const writingIn = (area: HTMLTextAreaElement): Writing => ({
  text: area.value,
  start: area.selectionStart,
  end: area.selectionEnd,
})

function shortened({ start, end }: Writing, short: string | null | undefined): TextEdit | null {
  if (!short || start !== end) return null
  return { from: start, to: end, insert: short, select: [start + short.length, start + short.length] }
}

/** As if it were typed, so that the browser's own undo takes it back as well. */
function apply(area: HTMLTextAreaElement, { from, to, insert, select }: TextEdit) {
  area.focus()
  area.setSelectionRange(from, to)
  const isTyped =
    insert === '' ? document.execCommand('delete') : document.execCommand('insertText', false, insert)
  if (!isTyped) {
    area.setRangeText(insert, from, to, 'end')
    area.dispatchEvent(new Event('input', { bubbles: true }))
  }
  area.setSelectionRange(...select)
}

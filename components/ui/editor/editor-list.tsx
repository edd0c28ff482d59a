'use client'

import { useLayoutEffect, useRef } from 'react'
import type { MouseEvent, ReactNode } from 'react'

import { cx } from '#components/ui/cx.ts'

import { optionId } from './option-id.ts'

export type Suggestion = {
  /** What is put into the text, such as `~"in dev"`. */
  insert: string
  title: string
  hint?: string
  icon?: ReactNode
}

type Props = {
  id: string
  label: string
  items: readonly Suggestion[]
  active: number
  /** Where the name begins that is being typed, on the screen. */
  place: { left: number; top: number; bottom: number }
  onPoint: (at: number) => void
  onChoose: (at: number) => void
}

/** The focus stays in the text, so that no control of the browser's own can be this list. */
const LISTBOX = { role: 'listbox' }
const OPTION = { role: 'option' }

/** What a name may become, at the caret; the focus stays in the text. It lies in the top layer, above dialogs. */
export function EditorList({ id, label, items, active, place, onPoint, onChoose }: Props) {
  const list = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const layer = list.current
    if (!layer) return
    if (!layer.matches(':popover-open')) layer.showPopover()
    const { offsetWidth: width, offsetHeight: height } = layer
    const below = place.bottom + 4
    layer.style.left = `${Math.max(6, Math.min(place.left, innerWidth - width - 6))}px`
    layer.style.top = `${below + height < innerHeight - 6 ? below : Math.max(6, place.top - height - 4)}px`
  })
  useLayoutEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' })
  }, [active])
  /** Keys are pressed in the text: the pointer alone comes here, and must not take the focus along. */
  const pointed = (at: number) => ({
    onPointerMove: () => at !== active && onPoint(at),
    onMouseDown: (event: MouseEvent) => event.preventDefault(),
    onClick: () => onChoose(at),
  })
  return (
    <div
      ref={list}
      id={id}
      popover="manual"
      {...LISTBOX}
      aria-label={label}
      className="scroll-calm fixed m-0 max-h-64 w-max max-w-[min(26rem,calc(100vw-12px))] min-w-56 overflow-y-auto rounded-lg border border-line-strong bg-surface p-1 text-sm text-ink shadow-float"
    >
      {items.map(({ insert, title, hint, icon }, at) => (
        <div
          key={insert}
          id={optionId(id, at)}
          {...OPTION}
          tabIndex={-1}
          aria-selected={at === active}
          className={cx(
            'flex min-h-[30px] cursor-default items-center gap-2 rounded-xs px-2 py-1 select-none pointer-coarse:min-h-11',
            at === active && 'bg-hover',
          )}
          {...pointed(at)}
        >
          {icon}
          <span dir="auto" className="min-w-0 flex-1 truncate">
            {title}
          </span>
          {hint && <span className="num flex-none text-xs text-ink-3">{hint}</span>}
        </div>
      ))}
    </div>
  )
}

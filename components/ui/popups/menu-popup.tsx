'use client'

import { Menu } from '@base-ui/react/menu'
import { useState } from 'react'

import { useAwaitedFocus } from './awaited-focus.ts'
import { cx } from '#components/ui/cx.ts'
import { focusToGiveBack } from './focus-back.ts'
import { Icon } from '#components/ui/icon.tsx'
import type { MenuEntry } from './menu-entry.ts'

type Props = {
  anchor: HTMLElement
  label: string
  /** Asked with what is typed into the field, for a choice that no line offers. */
  entries: (typed: string) => MenuEntry[]
  search?: string
  onClose: () => void
}

const SCROLLS = 'scroll-calm overflow-y-auto'

export function MenuPopup({ anchor, label, entries, search, onClose }: Props) {
  const [typed, setTyped] = useState('')
  const [focusBack] = useState(() => focusToGiveBack(anchor))
  const leave = () => {
    focusBack()?.focus({ preventScroll: true })
    onClose()
  }
  const popup = useAwaitedFocus(leave)
  const sections = sectionsOf(entries(typed)).map((section, at) => (
    <Section key={section.heading ?? at} {...section} />
  ))
  const menu = (
    <Menu.Root
      open
      modal={false}
      onOpenChange={(open, { event }) => {
        if (open || (event.type !== 'keydown' && pressedOn(anchor, event))) return
        leave()
      }}
    >
      <Menu.Portal container={anchor.closest<HTMLElement>('main, header, nav') ?? document.body}>
        <Menu.Positioner
          anchor={anchor}
          align="start"
          sideOffset={4}
          positionMethod="fixed"
          className="z-40 outline-none"
        >
          <Menu.Popup
            ref={popup}
            aria-label={label}
            finalFocus={false}
            className={cx(
              'flex max-h-[min(32rem,var(--available-height))] max-w-80 min-w-48 flex-col rounded-lg border border-line-strong bg-surface p-1 text-sm shadow-float outline-none',
              !search && SCROLLS,
            )}
          >
            {search ? (
              <>
                <Menu.Input
                  aria-label={search}
                  placeholder={search}
                  className="m-0.5 mb-1 rounded-xs bg-sunken px-2 py-1.5 outline-none"
                />
                <Menu.Empty className="px-2 py-1.5 text-ink-3">Nothing matches.</Menu.Empty>
                <Menu.List aria-label={label} className={`outline-none ${SCROLLS}`}>
                  {sections}
                </Menu.List>
              </>
            ) : (
              sections
            )}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
  return search ? (
    <Menu.FilterProvider autoHighlight onValueChange={setTyped}>
      {menu}
    </Menu.FilterProvider>
  ) : (
    menu
  )
}

type Act = Extract<MenuEntry, { kind: 'act' }>
type SectionFacts = { heading: string | null; line: boolean; acts: Act[] }

function Section({ heading, line, acts }: SectionFacts) {
  return (
    <Menu.Group data-filter-section>
      {line && <Menu.Separator className="mx-1 my-1 h-px bg-line" />}
      {heading && (
        <Menu.GroupLabel className="px-2 pt-2 pb-1 text-2xs font-medium text-ink-3">
          {heading}
        </Menu.GroupLabel>
      )}
      {acts.map((act) => (
        <Item key={act.label} {...act} />
      ))}
    </Menu.Group>
  )
}

function Item({ label, act, hint, icon, checked, stay, disabledReason }: Act) {
  const shared = {
    label,
    disabled: Boolean(disabledReason),
    className: cx(
      'flex min-h-[30px] cursor-default items-center gap-2 rounded-xs px-2 py-1 outline-none select-none pointer-coarse:min-h-11',
      'data-highlighted:bg-hover data-disabled:text-ink-3',
    ),
  }
  const inside = (
    <>
      {icon}
      <span className="min-w-0 flex-1">
        <span dir="auto" className="line-clamp-2 wrap-anywhere">
          {label}
        </span>
        {disabledReason && <span className="block text-xs text-pretty text-ink-3">{disabledReason}</span>}
      </span>
      {hint && <span className="num flex-none text-xs text-ink-3">{hint}</span>}
    </>
  )
  if (checked === undefined) {
    return (
      <Menu.Item {...shared} closeOnClick={!stay} onClick={act}>
        {inside}
      </Menu.Item>
    )
  }
  return (
    <Menu.CheckboxItem {...shared} checked={checked} closeOnClick={!stay} onCheckedChange={act}>
      {inside}
      <Icon name="check" className={cx('size-3.5', !checked && 'invisible')} />
    </Menu.CheckboxItem>
  )
}

function sectionsOf(entries: readonly MenuEntry[]): SectionFacts[] {
  const sections: SectionFacts[] = [{ heading: null, line: false, acts: [] }]
  for (const entry of entries) {
    if (entry.kind === 'act') sections.at(-1)?.acts.push(entry)
    else
      sections.push({
        heading: entry.kind === 'heading' ? entry.label : null,
        line: entry.kind === 'line',
        acts: [],
      })
  }
  return sections.filter(({ acts }) => acts.length > 0)
}

/** A press on the button that opened the menu is left to that button, which closes it. */
function pressedOn(anchor: HTMLElement, event: Event): boolean {
  return event.target instanceof Node && anchor.contains(event.target)
}

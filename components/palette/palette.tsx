'use client'

import { Dialog } from '@base-ui/react/dialog'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useId, useMemo, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'

import { FoundLine } from '#components/search/found-line.tsx'
import { foundLink, KINDS } from '#components/search/found-links.ts'
import { useFound } from '#components/search/use-found.ts'
import { sections } from '#components/settings/sections.ts'
import { useAwaitedFocus } from '#components/ui/popups/awaited-focus.ts'
import { cx } from '#components/ui/cx.ts'
import { Icon } from '#components/ui/icon.tsx'
import { isComposing } from '#components/ui/keys/is-composing.ts'
import { Kbd } from '#components/ui/keys/kbd.tsx'
import { useViews } from '#components/views/use-views.ts'
import { listMilestones } from '#lib/contract/milestones.ts'
import type { Found } from '#lib/contract/search.ts'
import { reading } from '#lib/http/query.ts'
import { searchLink } from '#lib/kit/links.ts'

import { actSection, isLettered } from './palette-acts.ts'
import { doings } from './palette-doings.ts'
import { matching, placeItems, recentItems } from './palette-items.ts'
import type { Item, Section } from './palette-items.ts'
import { furtherPlaces, placesOf } from './nav-items.ts'
import { recentPlaces } from './recent.ts'
import { useActor, useGroup } from '#components/shell/use-group.ts'

// Roles of the combobox pattern: the focus stays in the field, which no tag of HTML can do.
const LIST = { role: 'listbox' }
const GROUP = { role: 'group' }
const optionRole = (selected: boolean) => ({ role: 'option', 'aria-selected': selected })

const FOUND = 20
const PLACES = 6

/** One field to go anywhere, find anything, and do something to the issue one looks at. */
export function Palette({ group, onClose }: { group: string; onClose: () => void }) {
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const input = useRef<HTMLInputElement>(null)
  const popup = useAwaitedFocus(onClose)
  const id = useId()
  const found = useFound(group, typed, FOUND)
  const sections = useSections(group, typed, found.items)
  const items = sections.flatMap((section) => section.items)
  const active = items[Math.min(at, items.length - 1)]
  const optionId = (item: Item) => `${id}-${item.id}`
  const run = (item: Item | undefined) => {
    if (!item) return
    onClose()
    // the focus is back where it was by then, so that what opens knows where it came from
    setTimeout(item.run)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined && items.length > 0) {
      event.preventDefault()
      setAt((Math.min(at, items.length - 1) + step + items.length) % items.length)
    } else if (event.key === 'Enter' && !isComposing(event.nativeEvent)) {
      event.preventDefault()
      run(active)
    }
  }
  const activeId = active && optionId(active)
  useEffect(() => {
    if (activeId) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' })
  }, [activeId])
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-veil" />
        <Dialog.Popup
          ref={popup}
          initialFocus={input}
          aria-label="Command menu"
          className="fixed top-[12vh] left-1/2 z-50 flex max-h-[70vh] w-[min(40rem,calc(100vw-1.5rem))] -translate-x-1/2 flex-col overflow-hidden rounded-lg border border-line-strong bg-surface shadow-float outline-none max-sm:top-3 max-sm:max-h-[calc(100dvh-1.5rem)]"
        >
          <div className="flex flex-none items-center gap-2.5 border-b border-line px-4">
            <Icon name="search" className="text-ink-3" />
            <input
              dir="auto"
              ref={input}
              type="text"
              role="combobox"
              aria-label="Command menu"
              aria-expanded="true"
              aria-controls={`${id}-list`}
              aria-autocomplete="list"
              aria-activedescendant={activeId}
              autoComplete="off"
              spellCheck={false}
              maxLength={200}
              value={typed}
              placeholder="Search or run a command"
              onChange={(event) => {
                setTyped(event.target.value)
                setAt(0)
              }}
              onKeyDown={onKeyDown}
              className="min-h-12 min-w-0 flex-1 bg-transparent text-base outline-none"
            />
            <Kbd>Esc</Kbd>
          </div>
          <div id={`${id}-list`} {...LIST} aria-label="Results" className="scroll-calm overflow-y-auto p-1.5">
            {sections.map((section) => (
              <div key={section.title} {...GROUP} aria-label={section.title}>
                <div
                  dir="auto"
                  aria-hidden="true"
                  className="px-2.5 pt-2 pb-1 text-2xs font-medium text-ink-3"
                >
                  {section.title}
                </div>
                {section.items.map((item) => (
                  <Option
                    key={item.id}
                    id={optionId(item)}
                    item={item}
                    active={item === active}
                    onPoint={() => setAt(items.indexOf(item))}
                    onRun={() => run(item)}
                  />
                ))}
              </div>
            ))}
          </div>
          <output aria-live="polite" className={items.length === 0 ? 'px-4 pb-4 text-ink-2' : 'sr-only'}>
            {countText(items.length, found, typed)}
          </output>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

function countText(count: number, found: { waiting: boolean; failed: boolean }, typed: string): string {
  if (found.failed) return 'Search is not available. Pages and commands still work.'
  if (found.waiting) return count === 0 ? 'Looking…' : ''
  if (typed.trim() === '') return ''
  return count === 0 ? 'No results.' : `${count} results`
}

type OptionProps = { id: string; item: Item; active: boolean; onPoint: () => void; onRun: () => void }

function Option({ id, item, active, onPoint, onRun }: OptionProps) {
  const { title, icon, hint, found } = item
  return (
    <button
      type="button"
      id={id}
      {...optionRole(active)}
      tabIndex={-1}
      onMouseDown={(event) => event.preventDefault()}
      onPointerMove={() => !active && onPoint()}
      onClick={onRun}
      className={cx(
        'flex min-h-9 w-full cursor-default text-left items-center gap-2.5 rounded-sm px-2.5 py-1.5 pointer-coarse:min-h-11',
        active && 'bg-hover',
      )}
    >
      {found ? (
        <FoundLine found={found} />
      ) : (
        <>
          <Icon name={icon} className="mx-[2.5px] size-[15px] text-ink-3" />
          <span dir="auto" className="min-w-0 flex-1 truncate">
            {title}
          </span>
          {hint && <Kbd>{hint}</Kbd>}
        </>
      )}
    </button>
  )
}

function useSections(group: string, typed: string, found: readonly Found[]): Section[] {
  const go = useGo()
  const client = useQueryClient()
  const actor = useActor(group)
  const places = usePlaces(group, go)
  // asked when it opens: what it acts on does not change while it is open
  const [acts] = useState(() => actSection({ group, actor, client, go }))
  const [recent] = useState(() => recentPlaces(group).filter(({ href }) => href !== location.pathname))
  const [done] = useState(() => doings(group, actor))
  return useMemo(() => {
    if (typed.trim() === '') {
      return [
        ...(acts ? [{ title: acts.title, items: acts.items.filter(isLettered) }] : []),
        { title: 'Recent', items: recentItems(recent.slice(0, 6), go) },
        { title: 'Go to', items: places.pages },
        { title: 'Do', items: done },
      ].filter(({ items }) => items.length > 0)
    }
    const own: Section[] = [
      ...(acts ? [{ title: acts.title, items: matching(acts.items, typed).slice(0, PLACES) }] : []),
      { title: 'Go to', items: matching([...places.pages, ...places.further], typed).slice(0, PLACES) },
      { title: 'Do', items: matching(done, typed).slice(0, PLACES) },
    ]
    const groups = KINDS.map(({ kind, title, icon }) => ({
      title,
      items: found
        .filter((one) => one.kind === kind)
        .map((one): Item => ({
          id: `found-${one.kind}-${one.key}`,
          title: one.title,
          icon,
          found: one,
          run: () => go(foundLink(group, one)),
        })),
    }))
    const all: Section = {
      title: 'Search',
      items: [
        {
          id: 'all',
          title: `See all results for “${typed.trim()}”`,
          icon: 'search',
          run: () => go(searchLink(group, typed.trim())),
        },
      ],
    }
    const named = /^[#&]?\d+$/.test(typed.trim())
    return [...(named ? [...groups, ...own] : [...own, ...groups]), all].filter(
      ({ items }) => items.length > 0,
    )
  }, [group, typed, found, acts, recent, done, places, go])
}

function useGo() {
  const router = useRouter()
  return useCallback((href: string) => router.push(href), [router])
}

/** Where one can go, the pages apart from what is only found by its name. */
function usePlaces(group: string, go: (href: string) => void) {
  const { boards, sample } = useGroup(group)
  const actor = useActor(group)
  const views = useViews(group)
  const milestones = useQuery(reading(listMilestones, { group })).data?.items
  return useMemo(() => {
    const rooms = sections(actor, sample)
    const further = furtherPlaces(group, { rooms, views, milestones: milestones ?? [] })
    return { pages: placeItems(placesOf(group, boards), go), further: placeItems(further, go) }
  }, [group, boards, sample, actor, views, milestones, go])
}

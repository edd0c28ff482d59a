'use client'

import { CheckField } from '#components/ui/check.tsx'
import { Dialog } from '#components/ui/popups/dialog.tsx'
import { isMac } from '#components/ui/keys/is-mac.ts'
import { useStore } from '#components/ui/store.ts'

import { sections, topmostFirst } from '#components/shell/hotkeys.ts'
import type { Hotkey } from '#components/shell/hotkeys.ts'
import { CATALOGUE } from './key-catalogue.ts'
import { useSwitchLetters } from '#components/settings/switch-letters.ts'

const SIGNS: Record<string, string> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  ' ': 'Space',
  Escape: 'Esc',
  PageUp: 'Page Up',
  PageDown: 'Page Down',
  'mod+enter': '↵',
}

/** Every key: first those of the page one is on, then those of the others; and the switch that turns the letters off. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  const list = useStore(sections, (state) => state.list)
  const letters = useStore(sections, (state) => state.letters)
  const switchLetters = useSwitchLetters()
  const here = [...Map.groupBy(list, ({ title }) => title)].map(([title, parts]) => ({
    title,
    hotkeys: parts.flatMap(({ id, hotkeys }) => hotkeys.filter((one) => !isOvertaken(list, id, one))),
  }))
  const elsewhere = CATALOGUE.filter(({ title }) => here.every((part) => part.title !== title))
  return (
    <Dialog title="Keys" broad tall onClose={onClose}>
      <CheckField checked={letters} onCheck={(checked) => void switchLetters(checked)}>
        Single-letter shortcuts are on. Arrow keys, Enter, Space and Escape always work.
      </CheckField>
      <Parts title="On this page" parts={here} />
      <Parts title="On other pages" parts={elsewhere} />
    </Dialog>
  )
}

type Sections = ReturnType<typeof sections.get>['list']

/** A part of the page that hears the same key before acts on it, and this one does not. */
function isOvertaken(list: Sections, id: number, { keys, after }: Hotkey): boolean {
  const order = topmostFirst(list)
  const above = order.slice(
    0,
    order.findIndex((one) => one.id === id),
  )
  return (
    keys.length === 1 &&
    above.some(({ hotkeys }) => hotkeys.some((one) => one.after === after && one.keys[0] === keys[0]))
  )
}

type Part = { title: string; hotkeys: readonly Pick<Hotkey, 'keys' | 'what' | 'after'>[] }

function Parts({ title, parts }: { title: string; parts: readonly Part[] }) {
  return (
    <section aria-label={title}>
      <h3 className="pb-1.5 font-semibold">{title}</h3>
      <div className="gap-x-8 sm:columns-2">
        {parts.map((part) => (
          <div key={part.title} className="break-inside-avoid pb-3">
            <h4 className="pb-1 text-xs font-medium text-ink-3">{part.title}</h4>
            <dl aria-label={part.title} className="grid grid-cols-[1fr_auto] gap-y-px">
              {part.hotkeys.map(({ what, keys, after }) => (
                <div key={what} className="contents">
                  <dt className="border-b border-line py-1.5">{what}</dt>
                  <dd
                    data-after={after}
                    className="flex items-center justify-end gap-1 border-b border-line py-1.5"
                  >
                    {after && <Sign name={after} />}
                    {after && <span className="text-xs text-ink-3">then</span>}
                    {keys.map((key) => (
                      <Sign key={key} name={key} />
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </div>
        ))}
      </div>
    </section>
  )
}

function Sign({ name }: { name: string }) {
  const sign = signOf(name)
  return (
    <span data-key={name}>
      <span className="sr-only">{sign}</span>
      {/* also where there is hardly a keyboard: the list is about nothing else */}
      <kbd
        aria-hidden="true"
        className="rounded-xs border border-current/25 px-[5px] py-px font-sans text-2xs leading-[1.2] whitespace-nowrap"
      >
        {sign}
      </kbd>
    </span>
  )
}

function signOf(name: string): string {
  if (name.startsWith('mod+'))
    return `${isMac() ? '⌘' : 'Ctrl '}${SIGNS[name] ?? name.slice(4).toUpperCase()}`
  if (name.startsWith('alt+')) return `${isMac() ? '⌥' : 'Alt '}${signOf(name.slice(4))}`
  return SIGNS[name] ?? (name.length === 1 ? name.toUpperCase() : name)
}

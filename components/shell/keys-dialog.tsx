'use client'

import { Dialog } from '#components/ui/dialog.tsx'
import { Kbd } from '#components/ui/kbd.tsx'
import { useStore } from '#components/ui/store.ts'

import { sections, setLetterKeys } from './hotkeys.ts'

const SIGNS: Record<string, string> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  ' ': 'Space',
  Escape: 'Esc',
}

/** Every key that works on the page one is on, and the switch that turns the letters off. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  const list = useStore(sections, (state) => state.list)
  const letters = useStore(sections, (state) => state.letters)
  return (
    <Dialog title="Keys" onClose={onClose}>
      {list.map(({ id, title, hotkeys }) => (
        <section key={id}>
          <h3 className="pb-1 text-xs font-medium text-ink-3">{title}</h3>
          <dl className="grid grid-cols-[1fr_auto] gap-y-px">
            {hotkeys.map(({ what, keys }) => (
              <div key={what} className="contents">
                <dt className="border-b border-line py-1.5">{what}</dt>
                <dd className="flex items-center justify-end gap-1 border-b border-line py-1.5">
                  {keys.map((key) => (
                    <span key={key}>
                      <span className="sr-only">{SIGNS[key] ?? key}</span>
                      <Kbd>{SIGNS[key] ?? (key.length === 1 ? key.toUpperCase() : key)}</Kbd>
                    </span>
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <label className="flex items-center gap-2 pt-1">
        <input
          type="checkbox"
          checked={letters}
          onChange={(event) => setLetterKeys(event.target.checked)}
          className="size-4 accent-accent"
        />
        Single letters act. Arrow keys, Enter, Space and Escape always do.
      </label>
    </Dialog>
  )
}

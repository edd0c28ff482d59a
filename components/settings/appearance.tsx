'use client'

import { useSyncExternalStore } from 'react'

import { sections } from '#components/shell/hotkeys.ts'
import { useSwitchLetters } from './switch-letters.ts'
import { THEMES, currentTheme, setTheme } from '#components/shell/theme.ts'
import type { Theme } from '#components/shell/theme.ts'
import { CheckField } from '#components/ui/check.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { useStore } from '#components/ui/store.ts'

import { RoomHead } from '#components/ui/rows.tsx'

const CHOICES: Record<Theme, { name: string; says: string; icon: 'screen' | 'sun' | 'moon' }> = {
  system: { name: 'System', says: 'Follows your computer.', icon: 'screen' },
  light: { name: 'Light', says: 'Always light.', icon: 'sun' },
  dark: { name: 'Dark', says: 'Always dark.', icon: 'moon' },
}

/** How it looks in this browser. */
export function Appearance() {
  const theme = useSyncExternalStore(hearTheme, currentTheme, () => null)
  return (
    <>
      <RoomHead lead="The theme of Saydo in this browser." />
      <fieldset className="flex flex-wrap gap-3">
        <legend className="sr-only">Theme</legend>
        {THEMES.map((one) => (
          <label
            key={one}
            className="flex min-w-44 flex-1 cursor-pointer items-start gap-3 rounded-lg border border-line bg-surface p-3.5 has-checked:border-accent has-checked:ring-1 has-checked:ring-accent has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name="theme"
              className="sr-only"
              checked={theme === one}
              onChange={() => setTheme(one)}
            />
            <Icon name={CHOICES[one].icon} className="mt-0.5 text-ink-2" />
            <span>
              <span className="block font-semibold">{CHOICES[one].name}</span>
              <span className="text-ink-2">{CHOICES[one].says}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <Keys />
    </>
  )
}

/** WCAG 2.1.4: letters that act can be switched off, here as in the list of keys. */
function Keys() {
  const letters = useStore(sections, (state) => state.letters)
  const switchLetters = useSwitchLetters()
  return (
    <section aria-labelledby="settings-keys" className="flex flex-col gap-1.5 pt-2">
      <h2 id="settings-keys" className="text-base">
        Keys
      </h2>
      <CheckField checked={letters} onCheck={(checked) => void switchLetters(checked)}>
        Single-letter shortcuts
      </CheckField>
      <p className="text-pretty text-ink-2">
        Arrow keys, Enter, Space and Escape always work. The keys of each page are listed under “?”.
      </p>
    </section>
  )
}

/** The theme stands on the root of the page, wherever it was chosen. */
function hearTheme(changed: () => void): () => void {
  const watch = new MutationObserver(changed)
  watch.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] })
  return () => watch.disconnect()
}

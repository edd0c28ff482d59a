'use client'

import { toast } from './toasts.ts'
import { Avatar } from '#components/ui/avatar.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { MenuButton } from '#components/ui/menu.tsx'
import type { MenuEntry } from '#components/ui/menu-entry.ts'
import { signInLink } from '#lib/kit/links.ts'

import { THEMES, currentTheme, setTheme } from './theme.ts'
import { useMe } from './use-group.ts'

const THEME_WORDS = { system: 'Like the system', light: 'Light', dark: 'Dark' } as const
const THEME_ICONS = { system: 'screen', light: 'sun', dark: 'moon' } as const

export function PersonMenu({ onKeys }: { onKeys: () => void }) {
  const { handle, name } = useMe()
  return (
    <MenuButton
      kind="quiet"
      size="icon"
      menuLabel={name}
      aria-label={`${name}: theme, keys, sign out`}
      className="-mr-1"
      entries={() => [
        { kind: 'heading', label: name },
        ...themeEntries(),
        { kind: 'line' },
        { kind: 'act', label: 'Keys', hint: '?', icon: <Icon name="keys" />, act: onKeys },
        { kind: 'act', label: 'Sign out', icon: <Icon name="out" />, act: () => void signOut() },
      ]}
    >
      <Avatar face={{ handle, name }} silent />
    </MenuButton>
  )
}

const themeEntries = (): MenuEntry[] =>
  THEMES.map((theme) => ({
    kind: 'act',
    label: THEME_WORDS[theme],
    icon: <Icon name={THEME_ICONS[theme]} />,
    checked: theme === currentTheme(),
    act: () => setTheme(theme),
  }))

/** Leaves the page for good, so that nothing of it stays in memory. */
async function signOut() {
  try {
    await fetch('/api/v1/sign-out', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    })
    location.assign(signInLink)
  } catch {
    toast({ text: 'The server cannot be reached, so you are still signed in. Try again.', tone: 'refused' })
  }
}

'use client'

import { Avatar } from '#components/ui/avatar.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { MenuButton } from '#components/ui/popups/menu.tsx'
import type { MenuEntry } from '#components/ui/popups/menu-entry.ts'

import { signOut } from '#components/shell/sign-out.ts'
import { THEMES, THEME_WORDS, currentTheme, setTheme } from '#components/shell/theme.ts'
import { useMe } from '#components/shell/use-group.ts'

const THEME_ICONS = { system: 'screen', light: 'sun', dark: 'moon' } as const

/** `onKeys` shows the keys of the page, where it has any. */
export function PersonMenu({ onKeys }: { onKeys?: () => void }) {
  const { handle, name } = useMe()
  return (
    <MenuButton
      kind="quiet"
      size="icon"
      menuLabel={name}
      aria-label={`${name}: theme, ${onKeys ? 'keys, ' : ''}sign out`}
      className="-mr-1"
      entries={() => [
        { kind: 'heading', label: name },
        ...themeEntries(),
        { kind: 'line' },
        ...keyEntries(onKeys),
        { kind: 'act', label: 'Sign out', icon: <Icon name="out" />, act: () => void signOut() },
      ]}
    >
      <Avatar face={{ handle, name }} silent />
    </MenuButton>
  )
}

const keyEntries = (onKeys: (() => void) | undefined): MenuEntry[] =>
  onKeys ? [{ kind: 'act', label: 'Keys', hint: '?', icon: <Icon name="keys" />, act: onKeys }] : []

const themeEntries = (): MenuEntry[] =>
  THEMES.map((theme) => ({
    kind: 'act',
    label: THEME_WORDS[theme],
    icon: <Icon name={THEME_ICONS[theme]} />,
    checked: theme === currentTheme(),
    act: () => setTheme(theme),
  }))

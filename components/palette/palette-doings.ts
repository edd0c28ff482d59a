import { openNewIssue } from '#components/issues/form/new-issue-defaults.ts'
import { undoLast } from '#components/changes/undo.ts'
import { may } from '#lib/domain/permissions.ts'
import type { Act, Actor } from '#lib/domain/permissions.ts'

import { show } from '#components/shell/overlays.ts'
import type { Item } from './palette-items.ts'
import { signOut } from '#components/shell/sign-out.ts'
import { currentTheme, setTheme, THEMES, THEME_WORDS } from '#components/shell/theme.ts'

type Creating = Pick<Item, 'id' | 'title' | 'hint' | 'run'> & { act: Act }

/** What can be done on every page. */
export function doings(group: string, actor: Actor): Item[] {
  const creating = ({ act, ...item }: Creating): Item[] =>
    may(actor, act) ? [{ ...item, icon: 'plus', words: 'create' }] : []
  return [
    ...creating({ act: 'issue.create', id: 'new-issue', title: 'New issue', hint: 'C', run: openNewIssue }),
    ...creating({ act: 'board.edit', id: 'new-board', title: 'New board', run: () => show('new board') }),
    ...creating({ act: 'epic.edit', id: 'new-epic', title: 'New epic', run: () => show('new epic') }),
    { id: 'undo', title: 'Undo my last change', icon: 'undo', hint: 'Z', run: () => void undoLast(group) },
    {
      id: 'keys',
      title: 'Show shortcuts',
      icon: 'keys',
      hint: '?',
      words: 'keys keyboard help',
      run: () => show('keys'),
    },
    ...THEMES.filter((theme) => theme !== currentTheme()).map((theme): Item => ({
      id: `theme-${theme}`,
      title: `Theme: ${THEME_WORDS[theme].toLowerCase()}`,
      icon: theme === 'dark' ? 'moon' : theme === 'light' ? 'sun' : 'screen',
      words: 'appearance mode colours',
      run: () => setTheme(theme),
    })),
    { id: 'sign-out', title: 'Sign out', icon: 'out', words: 'leave log', run: () => void signOut() },
  ]
}

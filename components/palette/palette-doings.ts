import { openNewIssue } from '#components/issues/form/new-issue-defaults.ts'
import { undoLast } from '#components/changes/undo.ts'
import { may } from '#lib/domain/permissions.ts'
import type { Act, Actor } from '#lib/domain/permissions.ts'
import { canLookBack } from '#lib/kit/past.ts'

import { show } from '#components/shell/overlays.ts'
import type { Item } from './palette-items.ts'
import { backToNow } from '#components/shell/go-to-moment.ts'
import { atNow, openLookBack } from '#components/shell/past.ts'
import { signOut } from '#components/shell/sign-out.ts'
import { currentTheme, setTheme, THEMES, THEME_WORDS } from '#components/shell/theme.ts'

type Creating = Pick<Item, 'id' | 'title' | 'hint' | 'run'> & { act: Act }

/** On a page that has a past. */
function lookingBack(): Item[] {
  if (!canLookBack(location.pathname)) return []
  const back: Item = {
    id: 'look-back',
    title: 'Look back…',
    icon: 'clock',
    hint: 'Y',
    keywords: 'past history as of date replay',
    run: openLookBack,
  }
  const now: Item = { id: 'now', title: 'Back to now', icon: 'clock', keywords: 'past', run: backToNow }
  return atNow() === null ? [back] : [now, back]
}

/** What can be done on every page. */
export function doings(group: string, actor: Actor): Item[] {
  const creating = ({ act, ...item }: Creating): Item[] =>
    may(actor, act) ? [{ ...item, icon: 'plus', keywords: 'create' }] : []
  return [
    ...creating({ act: 'issue.create', id: 'new-issue', title: 'New issue', hint: 'C', run: openNewIssue }),
    ...creating({ act: 'board.edit', id: 'new-board', title: 'New board', run: () => show('new board') }),
    ...creating({ act: 'epic.edit', id: 'new-epic', title: 'New epic', run: () => show('new epic') }),
    ...lookingBack(),
    { id: 'undo', title: 'Undo my last change', icon: 'undo', hint: 'Z', run: () => void undoLast(group) },
    {
      id: 'keys',
      title: 'Show shortcuts',
      icon: 'keys',
      hint: '?',
      keywords: 'keys keyboard help',
      run: () => show('keys'),
    },
    ...THEMES.filter((theme) => theme !== currentTheme()).map((theme): Item => ({
      id: `theme-${theme}`,
      title: `Theme: ${THEME_WORDS[theme].toLowerCase()}`,
      icon: theme === 'dark' ? 'moon' : theme === 'light' ? 'sun' : 'screen',
      keywords: 'appearance mode colours',
      run: () => setTheme(theme),
    })),
    { id: 'sign-out', title: 'Sign out', icon: 'out', keywords: 'leave log', run: () => void signOut() },
  ]
}

import { beginIssue } from '#components/issues/beginnings.ts'
import { undoLast } from '#components/events/ways-back.ts'
import { may, whyNotAllowed } from '#lib/domain/permissions.ts'
import type { Act, Actor } from '#lib/domain/permissions.ts'

import { show } from './overlays.ts'
import type { Item } from './palette-items.ts'
import { signOut } from './sign-out.ts'
import { currentTheme, setTheme, THEMES, THEME_WORDS } from './theme.ts'
import { toast } from './toasts.ts'

/** What can be done on every page. */
export function doings(group: string, actor: Actor): Item[] {
  const ifAllowed = (act: Act, run: () => void) => () => {
    const why = whyNotAllowed(actor, act)?.because
    if (why) toast({ text: why, tone: 'refused' })
    else run()
  }
  const board: Item = {
    id: 'new-board',
    title: 'New board',
    icon: 'plus',
    words: 'create',
    run: () => show('new board'),
  }
  return [
    {
      id: 'new-issue',
      title: 'New issue',
      icon: 'plus',
      hint: 'C',
      words: 'create',
      run: ifAllowed('issue.create', beginIssue),
    },
    ...(may(actor, 'board.edit') ? [board] : []),
    {
      id: 'new-epic',
      title: 'New epic',
      icon: 'plus',
      words: 'create',
      run: ifAllowed('epic.edit', () => show('new epic')),
    },
    { id: 'undo', title: 'Undo what I did last', icon: 'undo', hint: 'Z', run: () => void undoLast(group) },
    {
      id: 'keys',
      title: 'Show the keys',
      icon: 'keys',
      hint: '?',
      words: 'shortcuts help',
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

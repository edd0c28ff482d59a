'use client'

import { useRef, useState } from 'react'

import { subjectOf } from '#components/commands/command-target.ts'
import type { Question } from '#components/commands/command-target.ts'
import { Menu } from '#components/ui/popups/menu.tsx'

import { BlockedDialog, CloseDialog } from './ask-dialogs.tsx'
import type { Chosen } from './chosen.ts'
import { DueDialog } from './due-dialog.tsx'
import { menuOf } from './menus.ts'

type Props = {
  group: string
  asked: Question
  /** What carries out the answer; what blocked work waits for is asked here. */
  chosen: Omit<Chosen, 'askNeed'>
  /** Whether some of them may be closed already, so that they can be opened again. */
  canReopen?: boolean
  onClose: () => void
}

/** One question about one issue or about many: a menu at it, or a dialog. */
export function Asked({ group, asked: { refs, what, anchor }, chosen: given, canReopen, onClose }: Props) {
  const [need, setNeed] = useState<{ proceed: Parameters<Chosen['askNeed']>[0] } | null>(null)
  const asksMore = useRef(false)
  const subject = subjectOf(refs)
  const run: Chosen['run'] = (wish) => {
    given.run(wish)
    onClose()
  }
  const chosen: Chosen = {
    ...given,
    askNeed(proceed) {
      asksMore.current = true
      setNeed({ proceed })
    },
  }
  if (need) {
    const answer = (blocked: Parameters<typeof need.proceed>[0] | null) => {
      need.proceed(blocked ?? undefined)
      onClose()
    }
    return <BlockedDialog subject={subject} onClose={onClose} onAnswer={answer} />
  }
  if (what === 'due') {
    const due = given.one?.due ?? null
    const onSet = (to: string | null) => (to === due ? onClose() : run({ what: 'due', due: to }))
    return <DueDialog group={group} subject={subject} due={due} onSet={onSet} onClose={onClose} />
  }
  if (what === 'close') {
    return (
      <CloseDialog
        group={group}
        subject={subject}
        issue={refs[0] ?? null}
        onClose={onClose}
        onAnswer={(reason, duplicateOf) =>
          run({ what: 'close', reason, ...(duplicateOf === null ? {} : { duplicateOf }) })
        }
        {...(canReopen ? { onReopen: () => run({ what: 'reopen' }) } : {})}
      />
    )
  }
  const menu = menuOf(what)
  if (!menu) return null
  const label = `${menu.title} of ${subject}`
  return (
    <Menu
      anchor={anchor}
      label={label}
      entries={(typed) => [{ kind: 'heading', label }, ...menu.entries(chosen, typed)]}
      {...(menu.search ? { search: menu.search } : {})}
      onClose={() => !asksMore.current && onClose()}
    />
  )
}

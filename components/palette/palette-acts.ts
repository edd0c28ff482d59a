import type { QueryClient } from '@tanstack/react-query'

import { setWatching } from '#components/inbox/watching.ts'
import { openFact } from '#components/ui/fact.tsx'
import { ELSEWHERE } from '#components/issues/facts/elsewhere.ts'
import { FACT_NAMES } from '#lib/domain/facts/names.ts'
import { actOf } from '#components/issues/command/question-parts.tsx'
import { askAbout, subjectNow, targetsOf } from '#components/commands/command-target.ts'
import type { What } from '#components/commands/command-target.ts'
import { wordsOf } from '#components/changes/send.ts'
import { readWatching } from '#lib/contract/inbox.ts'
import { may } from '#lib/domain/permissions.ts'
import type { Actor } from '#lib/domain/permissions.ts'
import { call } from '#lib/http/call.ts'
import { issueLink } from '#lib/kit/links.ts'

import type { Item, Section } from './palette-items.ts'
import { toast } from '#components/shell/toasts.ts'

type Act = {
  what: What
  title: string
  hint?: string
  words?: string
  /** Done to all that is selected as well. */
  toMany?: boolean
}

const ACTS: readonly Act[] = [
  { what: 'take', title: 'Assign to me', hint: 'I', toMany: true },
  { what: 'status', title: 'Set the status…', hint: 'S', toMany: true },
  { what: 'assign', title: 'Assign…', hint: 'A', toMany: true },
  { what: 'hand_over', title: 'Hand over the DRI…', hint: 'D', toMany: true },
  { what: 'labels', title: 'Set labels…', hint: 'B', toMany: true },
  { what: 'milestone', title: 'Set the milestone…', hint: 'M', toMany: true },
  { what: 'weight', title: 'Set the weight…', hint: 'W', toMany: true },
  { what: 'close', title: 'Close or reopen…', hint: 'E', toMany: true },
  { what: 'type', title: 'Set the type…', words: 'bug feature maintenance' },
  { what: 'epic', title: 'Set the epic…', toMany: true },
  { what: 'team', title: 'Set the functional team…', toMany: true },
  ...FACT_NAMES.map((what): Act => ({ what, ...ELSEWHERE[what].palette })),
  { what: 'link', title: 'Link it to another issue…', words: 'blocks duplicates relates' },
  { what: 'split', title: 'Split…', words: 'pieces' },
  { what: 'weigh_together', title: 'Estimate together…', words: 'weighing ask' },
]

/** Shown before anything is typed: what has a letter. */
export const isLettered = ({ id }: Item) => ACTS.some(({ what, hint }) => hint && id === idOf(what))

const idOf = (what: What) => `act-${what}`

type Setting = { group: string; actor: Actor; client: QueryClient; go: (href: string) => void }

/** What can be done to the issue one looks at or to all that is selected; on a board also its moves. */
export function actSection(setting: Setting): Section | null {
  const subject = subjectNow()
  if (!subject) return null
  const refs = targetsOf(subject)
  const [ref] = refs
  const isOne = refs.length === 1 && ref !== undefined
  const offered = ACTS.filter(({ what, toMany }) => (isOne || toMany) && may(setting.actor, actOf(what)))
  const acts = offered.map(({ what, title, hint, words }): Item => ({
    id: idOf(what),
    title,
    icon: 'right',
    ...(hint ? { hint } : {}),
    ...(words ? { words } : {}),
    run: () => askAbout(refs, what),
  }))
  const moves = (subject.moves?.(refs) ?? []).flatMap((entry, at): Item[] =>
    entry.kind === 'act' && !entry.disabledReason
      ? [{ id: `move-${at}`, title: `Move to ${entry.label}`, icon: 'board', run: entry.act }]
      : [],
  )
  return {
    title: isOne ? `Issue #${ref}` : `${refs.length} issues`,
    items: [...acts, ...moves, ...(isOne ? aroundIt(setting, ref) : [])],
  }
}

/** What changes nothing in the issue itself. */
const aroundIt = ({ group, client, go }: Setting, ref: number): Item[] => [
  { id: 'comment', title: 'Comment', icon: 'right', run: () => comment(go, issueLink(group, ref)) },
  { id: 'watch', title: 'Watch or mute it', icon: 'right', run: () => void turnWatching(client, group, ref) },
  {
    id: 'copy',
    title: 'Copy its link',
    icon: 'right',
    words: 'address url',
    run: () => void copy(group, ref),
  },
]

/** The field on the page of the issue; it takes the focus by itself on a page that has to be opened first. */
function comment(go: Setting['go'], link: string) {
  if (location.pathname === link) openFact('Comment')
  else go(`${link}#comment`)
}

async function turnWatching(client: QueryClient, group: string, ref: number) {
  try {
    const { watching } = await call(readWatching, { group, ref })
    await setWatching(client, group, ref, !watching)
  } catch (error) {
    toast({ text: wordsOf(error), tone: 'refused' })
  }
}

async function copy(group: string, ref: number) {
  try {
    await navigator.clipboard.writeText(location.origin + issueLink(group, ref))
    toast({ text: `Copied the link of #${ref}.` })
  } catch {
    toast({ text: 'This browser does not let pages copy. The address is above.', tone: 'refused' })
  }
}

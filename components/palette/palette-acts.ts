import type { QueryClient } from '@tanstack/react-query'

import { setWatching } from '#components/inbox/watching.ts'
import { openFact } from '#components/ui/fact.tsx'
import { LOOKS } from '#components/issues/facts/looks.ts'
import { FACT_NAMES } from '#lib/domain/facts/names.ts'
import { askAbout, subjectNow, targetsOf } from '#components/commands/command-target.ts'
import { commandOf, COMMANDS } from '#components/commands/issue-commands.ts'
import type { Command, What } from '#components/commands/issue-commands.ts'
import { NOTE_CALL, noteCallOn } from '#components/calls/note-call.ts'
import { wordsOf } from '#components/changes/send.ts'
import { readWatching } from '#lib/contract/inbox.ts'
import { may } from '#lib/domain/permissions.ts'
import type { Actor } from '#lib/domain/permissions.ts'
import { call } from '#lib/http/call.ts'
import { issueLink } from '#lib/kit/links.ts'

import type { Item, Section } from './palette-items.ts'
import { toast } from '#components/shell/toasts.ts'

const commands = (): readonly Command[] => [
  ...COMMANDS,
  ...FACT_NAMES.map((what) => ({ ...commandOf(what), ...LOOKS[what].command })),
]

/** Shown before anything is typed: what has a letter. */
export const isLettered = ({ id }: Item) => COMMANDS.some(({ what, keys }) => keys && id === idOf(what))

const idOf = (what: What) => `act-${what}`

type Setting = { group: string; actor: Actor; client: QueryClient; go: (href: string) => void }

/** What can be done to the issue one looks at or to all that is selected; on a board also its moves. */
export function actSection(setting: Setting): Section | null {
  const subject = subjectNow()
  if (!subject) return null
  const refs = targetsOf(subject)
  const [ref] = refs
  const isOne = refs.length === 1 && ref !== undefined
  const offered = commands().filter(({ act, isOfOne }) => (isOne || !isOfOne) && may(setting.actor, act))
  const acts = offered.map(({ what, title, keys, keywords }): Item => ({
    id: idOf(what),
    // what asks for more says so
    title: what === 'take' ? title : `${title}…`,
    icon: 'right',
    ...(keys ? { hint: keys.at(-1)?.toUpperCase() ?? '' } : {}),
    ...(keywords ? { keywords } : {}),
    run: () => askAbout(refs, what),
  }))
  const moves = (subject.moves?.(refs) ?? []).flatMap((entry, at): Item[] =>
    entry.kind === 'act' && !entry.disabledReason
      ? [{ id: `move-${at}`, title: `Move to ${entry.label}`, icon: 'board', run: entry.act }]
      : [],
  )
  return {
    title: isOne ? `Issue #${ref}` : `${refs.length} issues`,
    items: [...acts, ...moves, ...(isOne ? [...noteIt(setting, ref), ...aroundIt(setting, ref)] : [])],
  }
}

/** What is noted on the issue. */
const noteIt = ({ group, actor, go }: Setting, ref: number): Item[] =>
  may(actor, 'call.note')
    ? [
        {
          id: 'note-call',
          title: 'Note a call…',
          icon: 'right',
          keywords: 'meeting recording outcome',
          run: () => {
            const link = issueLink(group, ref)
            if (location.pathname === link) noteCallOn(`issue-${ref}`)
            else go(`${link}${NOTE_CALL}`)
          },
        },
      ]
    : []

/** What changes nothing in the issue itself. */
const aroundIt = ({ group, client, go }: Setting, ref: number): Item[] => [
  { id: 'comment', title: 'Comment', icon: 'right', run: () => comment(go, issueLink(group, ref)) },
  { id: 'watch', title: 'Watch or mute it', icon: 'right', run: () => void turnWatching(client, group, ref) },
  {
    id: 'copy',
    title: 'Copy its link',
    icon: 'right',
    keywords: 'address url',
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

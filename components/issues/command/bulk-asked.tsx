'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'

import { BulkHandOver } from '#components/hand-overs/bulk-hand-over.tsx'
import { seenCards } from '#components/changes/seen-cards.ts'
import { counted } from '#components/changes/pieces.ts'
import { questions, subjectOf } from '#components/commands/command-target.ts'
import type { Question } from '#components/commands/command-target.ts'
import { commandOf } from '#components/commands/issue-commands.ts'
import { ProgressDialog, SureDialog } from '#components/issues/bulk/bulk-dialogs.tsx'
import { mayLeave } from '#components/issues/push-back/leaves-board.ts'
import type { LeavingWish } from '#components/issues/push-back/leaves-board.ts'
import { takeMany } from '#components/issues/bulk/take-many.ts'
import { LONG, useBulk } from '#components/issues/bulk/use-bulk.ts'
import type { Progress } from '#components/issues/bulk/use-bulk.ts'
import type { Lookups } from '#components/lookups/lookups.ts'
import { toast } from '#components/shell/toasts.ts'
import { useActor } from '#components/shell/use-group.ts'
import type { BulkChange } from '#lib/contract/issue-lists.ts'
import { may, whyNotAllowed } from '#lib/domain/permissions.ts'

import { Asked } from './asked.tsx'
import { deliverablesHint } from './deliverable-hints.ts'
import { leave, Once } from './question-parts.tsx'
import { messageFor } from './wishes.ts'
import type { MessageFor, Wish } from './wishes.ts'

/** More than this is asked about first. */
const MANY = 500

type Props = { group: string; asked: Question; lookups: Lookups }

/** What a key, a button or the palette asks about all that is selected: the answer changes them together. */
export function BulkAsked({ group, asked, lookups }: Props) {
  const { refs, what } = asked
  const client = useQueryClient()
  const actor = useActor(group)
  const { progress, run: change } = useBulk(group)
  const [unsure, setUnsure] = useState<{ act: () => void } | null>(null)
  const [isAskingMore, setAskingMore] = useState(false)
  const goesOn = useRef(false)
  const close = () => !goesOn.current && leave()
  const command = commandOf(what)
  const why = whyNotAllowed(actor, command.act)?.because
  if (why) return <Once run={() => toast({ text: why, tone: 'refused' })} />
  if (command.isOfOne)
    return <Once run={() => toast({ text: 'This works on one issue at a time.', tone: 'refused' })} />
  if (what === 'take') return <Once run={() => void takeMany(client, group, refs)} />
  if (isAskingMore) return null
  /** What takes Deliverables off the milestone that runs asks the EM first whether they were pushed back. */
  const asking = async (some: readonly number[], wish: LeavingWish, proceed: (wish: LeavingWish) => void) => {
    goesOn.current = true
    setAskingMore(true)
    const { askAboutMany } = await import('#components/issues/push-back/ask-about-many.ts')
    const answer = await askAboutMany(client, { group, actor }, some, wish)
    if (answer) proceed({ ...wish, ...answer })
    else if (!progress) leave()
    setAskingMore(false)
  }
  const asksFirst = (wish: BulkChange): wish is LeavingWish => mayLeave(wish) && may(actor, 'deliverable.set')
  if (progress) {
    const again = (some: readonly number[], wish: BulkChange, message: MessageFor) =>
      asksFirst(wish)
        ? void asking(some, wish, (answered) => void change(some, answered, message))
        : void change(some, wish, message)
    return progress.over || progress.total > LONG ? (
      <ProgressDialog group={group} progress={progress} run={again} onClose={leave} />
    ) : null
  }
  const surely = async (wish: BulkChange, message: MessageFor) => {
    const end = await change(refs, wish, message)
    const isShown = questions.get().asked === asked
    if (end === null && isShown) leave()
    if (end !== null && !isShown) toast(outcomeText(end))
  }
  const run = (wish: BulkChange, message: MessageFor) => {
    goesOn.current = true
    if (refs.length <= MANY) return void surely(wish, message)
    setUnsure({ act: () => void surely(wish, message) })
  }
  if (unsure) return <SureDialog count={subjectOf(refs)} onClose={leave} onSure={unsure.act} />
  if (what === 'hand_over') {
    return (
      <BulkHandOver
        count={subjectOf(refs)}
        people={lookups.people}
        actor={actor}
        onClose={close}
        onGive={(to, context) =>
          run({ what: 'dri', person: to.handle, context }, (them) => givenTo(to, them, actor))
        }
      />
    )
  }
  const seen = () => seenCards(client, group, refs)
  const closed = what === 'close' ? seen().filter(({ state }) => state === 'closed').length : 0
  // of a long list some may not have been read yet
  const mayBeClosed = closed > 0 || seen().length < refs.length
  const chosen = {
    one: null,
    lookups,
    actor,
    run: (wish: Wish) => {
      const carryOut = (answered: Wish) => run(answered, messageFor(answered, lookups))
      return asksFirst(wish) ? void asking(refs, wish, carryOut) : carryOut(wish)
    },
    hints: () => deliverablesHint(seen(), refs.length, { lookups, actor }),
  }
  return <Asked group={group} asked={asked} chosen={chosen} canReopen={mayBeClosed} onClose={close} />
}

/** Where a person went on to something else before it was over. */
const outcomeText = ({ report: { refused }, errorText }: Progress) => ({
  text: errorText ?? `${counted(refused.length)} unchanged.`,
  tone: 'refused' as const,
  warnings: [...new Set(refused.map(({ because }) => because))].slice(0, 4),
})

/** Work is given by the manager, or to oneself; of others one asks. */
const givenTo = (
  { handle, name }: { handle: string; name: string },
  them: string,
  actor: ReturnType<typeof useActor>,
): string =>
  may(actor, 'assign.others') || handle === actor.handle
    ? `${name} is the DRI of ${them} now.`
    : `Asked ${name} to take over ${them}.`

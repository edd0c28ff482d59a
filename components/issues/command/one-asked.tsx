'use client'

import { HandOverQuestion } from '#components/hand-overs/hand-over-question.tsx'
import { questions } from '#components/commands/command-target.ts'
import type { Question } from '#components/commands/command-target.ts'
import { commandOf } from '#components/commands/issue-commands.ts'
import type { What } from '#components/commands/issue-commands.ts'
import { waysOn } from '#components/commands/next-steps.ts'
import { nameOf } from '#components/lookups/lookups.ts'
import { askToRaise } from '#components/push-backs/ask-raise.ts'
import type { Lookups } from '#components/lookups/lookups.ts'
import { toast } from '#components/shell/toasts.ts'
import { useActor } from '#components/shell/use-group.ts'
import { lazyPopup } from '#components/ui/popups/lazy-popup.tsx'
import type { Issue } from '#lib/contract/issues.ts'
import { may, whyNotAllowed } from '#lib/domain/permissions.ts'
import type { Refusal } from '#lib/kit/refusal.ts'

import { Asked } from './asked.tsx'
import { onlyOne } from './chosen.ts'
import { useIssueActs } from './issue-acts.ts'
import { isMore, leave, Once } from './question-parts.tsx'

const MoreAsked = lazyPopup(async () => (await import('./more-asked.tsx')).MoreAsked)

type Props = { group: string; asked: Question; lookups: Lookups; issue: Issue }

/** What is asked about one issue: shown with what it holds, and answered by its own endpoints. */
export function OneAsked({ group, asked, lookups, issue }: Props) {
  const actor = useActor(group)
  const acts = useIssueActs(group)
  const what = isHandedOverBy(issue, actor) ? asked.what : askedInstead(asked.what)
  const why = whyNotAsk(what, issue, actor)
  if (why) {
    const ways = waysOn([issue.ref], why.code)
    return <Once run={() => toast({ text: why.because, tone: 'refused', ways })} />
  }
  if (what === 'take') {
    return <Once run={() => acts.take(issue, actor.handle, issue.dri && nameOf(issue.dri, lookups))} />
  }
  const chosen = onlyOne({ issue, lookups, actor, acts })
  if (what === 'close' && issue.state === 'closed') {
    return <Once run={() => chosen.run({ what: 'reopen' })} />
  }
  if (what === 'push_back') return <PushBackOnce issue={issue} />
  if (what === 'hand_over') {
    return <HandOverQuestion group={group} issue={issue} lookups={lookups} actor={actor} onClose={leave} />
  }
  if (isMore(what)) {
    return (
      <MoreAsked group={group} what={what} issue={issue} lookups={lookups} actor={actor} onClose={leave} />
    )
  }
  // a line of the menu may have asked something else
  const close = () => questions.get().asked === asked && leave()
  return <Asked group={group} asked={asked} chosen={chosen} onClose={close} />
}

/** The dialog is the same as for other work. */
const PushBackOnce = ({ issue: { ref, state } }: { issue: Issue }) => (
  <Once
    run={() =>
      state === 'open'
        ? askToRaise({ work: `issue-${ref}`, name: `#${ref}` })
        : toast({ text: `#${ref} is closed. Push back on work that is still planned.`, tone: 'refused' })
    }
  />
)

/** What waits is shown to everyone; what is begun is the DRI's and the EM's. */
const isHandedOverBy = ({ dri, offeredTo }: Issue, actor: ReturnType<typeof useActor>): boolean =>
  dri === null || offeredTo !== null || dri === actor.handle || may(actor, 'assign.others')

const askedInstead = (what: What): What => (what === 'hand_over' ? 'ask_hand_over' : what)

function whyNotAsk(what: What, issue: Issue, actor: ReturnType<typeof useActor>): Refusal | null {
  const refusal = whyNotAllowed(actor, commandOf(what).act)
  if (refusal) return refusal
  if (what !== 'hand_over' || issue.offeredTo !== null || issue.dri !== null) return null
  return whyNotAllowed(actor, 'assign.others')
}

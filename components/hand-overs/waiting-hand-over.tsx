'use client'

import { IssueText } from '#components/texts/issue-text.tsx'
import { nameOf } from '#components/lookups/lookups.ts'
import type { Lookups } from '#components/lookups/lookups.ts'
import { useGroup } from '#components/shell/use-group.ts'
import { Button } from '#components/ui/button.tsx'
import { momentIn } from '#components/ui/days/days.ts'
import { Icon } from '#components/ui/icon.tsx'
import type { Issue } from '#lib/contract/issues.ts'
import { may } from '#lib/domain/permissions.ts'
import type { Actor } from '#lib/domain/permissions.ts'

import { AnswerPair } from './answer-buttons.tsx'
import { useHandOverActs } from './hand-over-acts.ts'

type Props = {
  group: string
  issue: Issue
  lookups: Pick<Lookups, 'people'>
  actor: Actor & { handle: string }
}

/** The hand-over of an issue that nobody has answered yet. */
export const waitingOf = ({ handOvers, offeredTo }: Pick<Issue, 'handOvers' | 'offeredTo'>) =>
  offeredTo === null ? null : (handOvers.find(({ outcome }) => outcome === null) ?? null)

/** Handbook › DRIs: "accountability stays with you", until another person has accepted it. Both see what waits. */
export function WaitingHandOver({ group, issue, lookups, actor }: Props) {
  const acts = useHandOverActs(group)
  const waiting = waitingOf(issue)
  if (!waiting) return null
  const offer = { ref: issue.ref, offer: waiting.id }
  return (
    <PendingHandOver
      group={group}
      waiting={waiting}
      lookups={lookups}
      actor={actor}
      sign={`#${issue.ref}`}
      driver="DRI"
      why={issue.state === 'open' ? null : 'This issue is closed. Reopen it first.'}
      onAccept={() => acts.accept(offer, actor.handle)}
      onDecline={(reason) => acts.decline(offer, reason)}
      onWithdraw={() => acts.withdraw(offer)}
    />
  )
}

type PendingProps = Omit<Props, 'issue'> & {
  waiting: Issue['handOvers'][number]
  /** What is handed over, `#12` or `&3`, and what the person who drives it is called. */
  sign: string
  driver: 'DRI' | 'tech lead'
  /** Why it cannot be accepted now. */
  why: string | null
  onAccept: () => Promise<unknown>
  onDecline: (reason: string) => Promise<unknown>
  onWithdraw: () => Promise<unknown>
}

/** The same of an issue or an epic. */
export function PendingHandOver(props: PendingProps) {
  const { group, waiting, lookups, actor, sign, driver, why, onAccept, onDecline, onWithdraw } = props
  const { zone } = useGroup(group)
  const [from, to, by] = [waiting.from, waiting.to, waiting.by].map((handle) => nameOf(handle, lookups))
  const isMine = waiting.to === actor.handle
  const mayEnd = [waiting.from, waiting.by].includes(actor.handle) || may(actor, 'assign.others')
  return (
    <section
      aria-label="Pending hand-over"
      className="flex flex-col gap-2 rounded-sm border border-line bg-warn-soft/50 p-2.5"
    >
      <div className="flex items-start gap-2">
        <Icon name="clock" className="mt-0.5 size-3.5 text-warn" />
        <div className="min-w-0">
          <p className="font-medium text-pretty">
            {isMine ? `${by} asks you to take over` : `Waits for ${to} to accept`}
          </p>
          <p className="num text-xs text-pretty text-ink-2">
            Since {momentIn(zone, waiting.at)}
            {by !== from && !isMine && `, asked by ${by}`}. Until then {from} stays the {driver}.
          </p>
        </div>
      </div>
      <details open={isMine} className="rounded-xs bg-surface px-2.5 py-1.5">
        <summary className="font-medium text-ink-2">What is handed over</summary>
        <div className="pt-1.5 wrap-anywhere">
          <IssueText group={group} text={waiting.context} />
        </div>
      </details>
      {(isMine || mayEnd) && (
        <div className="flex flex-wrap gap-1.5">
          {isMine && (
            <AnswerPair sign={sign} from={from ?? ''} why={why} onAccept={onAccept} onDecline={onDecline} />
          )}
          {mayEnd && (
            <Button
              size="sm"
              aria-label={`Withdraw the hand-over of ${sign}`}
              onClick={() => void onWithdraw()}
            >
              Withdraw
            </Button>
          )}
        </div>
      )}
    </section>
  )
}

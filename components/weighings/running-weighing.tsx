'use client'

import type { Lookups } from '#components/lookups/lookups.ts'
import { Button } from '#components/ui/button.tsx'
import type { Weighing } from '#lib/contract/weighings.ts'
import type { Actor } from '#lib/domain/permissions.ts'
import { spreadOf, whyNotAbandon, whyNotAgree, whyNotReveal } from '#lib/domain/weighing.ts'

import { AnotherWeight } from './another-weight.tsx'
import { OwnVote } from './own-vote.tsx'
import { VoteLines } from './vote-lines.tsx'
import type { WeighingActs } from './weighing-acts.ts'

type Props = {
  weighing: Weighing
  lookups: Pick<Lookups, 'people'>
  actor: Actor & { handle: string }
  acts: WeighingActs
}

/** Unseen first: who voted, and one's own weight. Then all of them side by side, and one to agree on. */
export function RunningWeighing({ weighing, lookups, actor, acts }: Props) {
  const mine = weighing.votes.find(({ person }) => person === actor.handle)
  const who = {
    roles: actor.roles,
    opened: weighing.openedBy === actor.handle,
    asked: mine !== undefined,
  }
  const revealed = weighing.revealedAt !== null
  const voted = weighing.votes.filter((vote) => vote.voted).length
  const abandon = whyNotAbandon(who)
  return (
    <div className="flex flex-col gap-2.5">
      {revealed ? (
        <Agreement votes={weighing.votes} why={whyNotAgree(who, { revealed, voted })?.because} acts={acts} />
      ) : (
        <p className="num text-ink-2">
          {voted} of {weighing.votes.length} have voted.
        </p>
      )}
      {mine && !revealed && <OwnVote key={`${mine.weight} ${mine.reason}`} given={mine} onVote={acts.vote} />}
      <VoteLines votes={weighing.votes} lookups={lookups} revealed={revealed} />
      <div className="flex flex-wrap gap-1.5">
        {!revealed && (
          <Button
            size="sm"
            disabledReason={whyNotReveal(who, { revealed, voted })?.because}
            onClick={() => void acts.reveal()}
          >
            Reveal the weights
          </Button>
        )}
        {!abandon && (
          <Button size="sm" kind="quiet" onClick={() => void acts.abandon()}>
            Cancel estimation
          </Button>
        )}
      </div>
    </div>
  )
}

type AgreementProps = { votes: Weighing['votes']; why: string | undefined; acts: WeighingActs }

function Agreement({ votes, why, acts }: AgreementProps) {
  const weights = votes.flatMap(({ weight }) => (weight === null ? [] : [weight]))
  const spread = spreadOf(weights)
  if (!spread) return null
  const choices = [...new Set(weights)].toSorted((a, b) => a - b)
  return (
    <div className="flex flex-col gap-1.5">
      <p className="text-pretty">
        {spread.least === spread.most
          ? `Everyone voted ${spread.least}.`
          : `From ${spread.least} to ${spread.most}. Hear the lowest and the highest, then agree.`}
      </p>
      <div className="flex flex-wrap gap-1.5">
        {choices.map((weight) => (
          <Button
            key={weight}
            size="sm"
            kind={weight === spread.middle ? 'primary' : 'plain'}
            disabledReason={why}
            onClick={() => void acts.agree(weight)}
          >
            Agree on {weight}
          </Button>
        ))}
      </div>
      <AnotherWeight why={why} onAgree={acts.agree} />
    </div>
  )
}

'use client'

import { useBusyChange } from '#components/changes/use-change.ts'
import { Button } from '#components/ui/button.tsx'
import { Rows, Section } from '#components/ui/section.tsx'
import { type Activity, answerShare } from '#lib/contract/activities.ts'

type Props = { group: string; offers: readonly Activity[]; mayAnswer: boolean }

/** What counterpart groups ask to share. */
export function Offers({ group, offers, mayAnswer }: Props) {
  const { change, busy } = useBusyChange()
  if (offers.length === 0) return null
  const reason = busy ? 'Saving…' : null
  const answer = ({ id, name }: Activity, accept: boolean) =>
    change({
      endpoint: answerShare,
      input: { group, activity: id, accept },
      message: accept ? `You share “${name}” now. You are its owner here.` : `Declined to share “${name}”.`,
      final: true,
    })
  return (
    <Section title="Offered to share" count={offers.length}>
      <Rows label="Offered to share">
        {offers.map((offer) => (
          <li
            key={offer.id}
            className="flex flex-wrap items-center gap-x-3 gap-y-1.5 border-b border-line px-3.5 py-2.5 last:border-b-0"
          >
            <span className="min-w-0 flex-1 basis-56">
              <bdi className="font-medium wrap-anywhere">{offer.name}</bdi>
              <span className="block text-pretty text-ink-2">
                {offer.rhythmText} · offered by <bdi>{offer.share?.group}</bdi>
              </span>
            </span>
            {mayAnswer ? (
              <span className="no-print flex gap-1.5">
                <Button
                  kind="primary"
                  size="sm"
                  aria-label={`Accept ${offer.name}`}
                  disabledReason={reason}
                  onClick={() => void answer(offer, true)}
                >
                  Accept
                </Button>
                <Button
                  kind="quiet"
                  size="sm"
                  aria-label={`Decline ${offer.name}`}
                  disabledReason={reason}
                  onClick={() => void answer(offer, false)}
                >
                  Decline
                </Button>
              </span>
            ) : (
              <span className="text-xs text-ink-3">The engineering manager answers.</span>
            )}
          </li>
        ))}
      </Rows>
    </Section>
  )
}

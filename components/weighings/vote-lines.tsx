import { nameOf } from '#components/lookups/lookups.ts'
import type { Lookups } from '#components/lookups/lookups.ts'
import { Avatar } from '#components/ui/avatar.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { Weight } from '#components/ui/tag.tsx'
import type { Weighing } from '#lib/contract/weighings.ts'

type Props = { votes: Weighing['votes']; lookups: Pick<Lookups, 'people'>; revealed: boolean }

/** Who was asked; before the reveal whether they have said something, after it what and why. */
export function VoteLines({ votes, lookups, revealed }: Props) {
  return (
    <ul className="flex flex-col gap-1">
      {votes.map(({ person, voted, weight, reason }) => (
        <li key={person} className="flex items-start gap-2">
          <Avatar face={{ handle: person, name: nameOf(person, lookups) }} size="sm" silent />
          <div className="min-w-0 flex-1">
            <p dir="auto" className="truncate text-left">
              {nameOf(person, lookups)}
            </p>
            {revealed && reason && <p className="text-xs text-pretty text-ink-2 wrap-anywhere">{reason}</p>}
          </div>
          {revealed && voted && <Weight weight={weight} />}
          {revealed && !voted && <span className="text-xs text-ink-3">did not vote</span>}
          {!revealed && voted && (
            <span className="flex items-center gap-1 text-xs text-good">
              <Icon name="check" className="size-3.5" /> voted
            </span>
          )}
          {!revealed && !voted && <span className="text-xs text-ink-3">not yet</span>}
        </li>
      ))}
    </ul>
  )
}

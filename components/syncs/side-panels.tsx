import { Avatar } from '#components/ui/avatar.tsx'
import type { Outcome, SyncRoom } from '#lib/contract/syncs.ts'

import { OutcomeLines } from './outcome-lines.tsx'

type Present = { handle: string; name: string; leads: boolean }
type Props = { sync: NonNullable<SyncRoom['sync']>; people: readonly Present[] }

/** Who is here now, who is away and who reads it later; of minutes, who was there. */
export function PresentPanel({ sync, people }: Props) {
  const isRunning = sync.state === 'running'
  const shown = isRunning
    ? people
    : sync.attended.map((one) => ({ ...one, leads: one.handle === sync.lead?.handle }))
  const there = new Set(shown.map(({ handle }) => handle))
  const others = sync.members
    .filter(({ handle }) => !there.has(handle))
    .toSorted((a, b) => Number(a.away) - Number(b.away))
  const away = isRunning ? 'away today' : 'was away'
  return (
    <section aria-labelledby="present" className="rounded-lg border border-line bg-surface">
      <header className="flex min-h-9 items-center gap-2 border-b border-line px-3.5">
        <h2 id="present" className="font-semibold">
          Present
        </h2>
        <span className="num text-ink-2">{shown.length}</span>
        <span className="ml-auto text-xs text-ink-2">optional</span>
      </header>
      <ul aria-labelledby="present" className="flex flex-col px-3.5 py-1.5">
        {shown.map(({ handle, name, leads }) => (
          <li key={handle} className="flex min-h-[30px] items-center gap-2">
            <Avatar face={{ handle, name }} size="sm" silent />
            <span dir="auto" className="min-w-0 truncate">
              {name}
            </span>
            {leads && (
              <span className="ml-auto flex-none text-xs text-ink-2">
                {isRunning ? 'runs the sync' : 'ran the sync'}
              </span>
            )}
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <ul aria-label="Absent" className="flex flex-col border-t border-line px-3.5 py-1.5">
          {others.map((one) => (
            <li key={one.handle} className="flex min-h-[30px] items-center gap-2 text-ink-2">
              <Avatar face={one} size="sm" silent />
              <span dir="auto" className="min-w-0 truncate">
                {one.name}
              </span>
              <span className="ml-auto flex-none text-xs">{one.away ? away : 'reads later'}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

type OutcomesProps = { group: string; outcomes: readonly Outcome[]; since: string | null }

export function OutcomesPanel({ group, outcomes, since }: OutcomesProps) {
  return (
    <section aria-labelledby="outcomes" className="rounded-lg border border-line bg-surface">
      <header className="flex min-h-9 items-center gap-2 border-b border-line px-3.5">
        <h2 id="outcomes" className="font-semibold">
          Outcomes
        </h2>
        <span className="num text-ink-2">{outcomes.length}</span>
      </header>
      <div className="px-3.5">
        {outcomes.length === 0 ? (
          <p className="py-2.5 text-ink-2">None yet.</p>
        ) : (
          <OutcomeLines group={group} outcomes={outcomes} since={since} isAll />
        )}
      </div>
    </section>
  )
}

'use client'

import { useGroup } from '#components/shell/use-group.ts'
import { dayIn, dayMonth } from '#components/ui/days/days.ts'
import { Section } from '#components/ui/section.tsx'
import type { SandboxView } from '#lib/contract/sandboxes.ts'

type Props = { group: string; view: SandboxView }

/** What changed in the live plan since the what-if was opened; its figures have it already. */
export function SinceList({ group, view: { meanwhile } }: Props) {
  const { zone } = useGroup(group)
  return (
    <Section title="Changed since" count={meanwhile.length} note="in the live plan">
      {meanwhile.length === 0 ? (
        <p className="text-ink-3">The live plan is as it was when this what-if was opened.</p>
      ) : (
        <ul aria-label="Changed since" className="rounded-lg border border-line bg-surface">
          {meanwhile.map(({ number, at, sentence }) => (
            <li key={number} className="flex gap-3 border-b border-line px-3.5 py-1.5 last:border-b-0">
              <span className="num w-12 flex-none text-xs leading-5 text-ink-3">
                {dayMonth(dayIn(zone, at))}
              </span>
              <span dir="auto" className="min-w-0 text-pretty wrap-anywhere">
                {sentence}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

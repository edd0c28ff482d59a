import { dayMonth } from '#components/ui/days/days.ts'
import type { MySubject } from '#lib/contract/updates.ts'

/** What the record says since the last update, in short. */
export const SinceLine = ({ since: { on, facts } }: Pick<MySubject, 'since'>) => (
  <p className="num flex items-baseline gap-2 px-3.5 pb-2.5 text-ink-2 max-sm:block">
    <b className="flex-none font-medium text-ink-3 max-sm:block">Since {dayMonth(on)}</b>
    <span className="text-pretty">{facts.length === 0 ? 'nothing on record' : facts.join(' · ')}</span>
  </p>
)

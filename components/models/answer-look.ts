import { dayMonthYear } from '#components/ui/days/days.ts'
import type { Model } from '#lib/contract/models.ts'
import { isExpired } from '#lib/domain/models/readiness.ts'

/** An answer in a word or two, with a sign and a tone that say the same. `today` is the day of the group. */
export function lookOf(answer: Model['answers'][number] | undefined, today: string) {
  if (!answer) return { text: 'No answer', icon: 'more', tone: 'text-ink-3' } as const
  if (answer.verdict === 'no') return { text: 'Not yet', icon: 'close', tone: 'text-bad' } as const
  const until = answer.expiresOn === null ? '' : dayMonthYear(answer.expiresOn)
  return isExpired(answer, today)
    ? ({ text: `Expired ${until}`, icon: 'warn', tone: 'text-warn' } as const)
    : ({ text: `Yes, until ${until}`, icon: 'check', tone: 'text-ink' } as const)
}

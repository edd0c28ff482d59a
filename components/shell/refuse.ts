import { IN_THE_PAST } from '#lib/domain/permissions.ts'
import type { Refusal } from '#lib/kit/refusal.ts'

import { atNow } from './past.ts'
import { toast } from './toasts.ts'

/** Says why not; about the past with the way back from it, which those need not carry who never look there. */
export function refuse(refusal: Refusal) {
  const tell = (ways: { label: string; act: () => void }[]) =>
    toast({ text: refusal.because, tone: 'refused', ways })
  if (refusal !== IN_THE_PAST) return tell([])
  void import('./go-to-moment.ts').then(({ backToNow }) => tell([{ label: 'Back to now', act: backToNow }]))
}

/** True where the page shows the past, which nothing changes; says so. */
export function refusesPast(): boolean {
  if (atNow() === null) return false
  refuse(IN_THE_PAST)
  return true
}

/** True where the page shows the past, beside which no issue is shown as it is now; says how to open it. */
export function refusesPeek(): boolean {
  if (atNow() === null) return false
  toast({ text: 'Issues are shown as they are now, so none stands beside the past. Enter opens its page.' })
  return true
}

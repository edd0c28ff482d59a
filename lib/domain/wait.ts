import { means } from './labels.ts'
import type { LabelFact } from './labels.ts'

/** What a blocked issue needs, and from whom; empty where it is not set. */
export type Need = { need: string; from: string }

/** A wait that is over. `days` are whole days of 24 hours. */
export type Waited = Need & { since: string; days: number }

/** What an act does to the wait of an issue, as its event tells it: a wait begins, ends, or neither. */
export type WaitChange = { blocked?: Need; waited?: Waited }

type Facts = {
  wait: (Need & { since: string }) | null
  /** As they are after the act. */
  labels: readonly LabelFact[]
  open: boolean
  /** What was answered to the question; what it waited for before, where it is opened again. */
  asked: Need | undefined
  now: Date
}

const DAY_MS = 86_400_000

/**
 * Handbook › Weekly status updates: "What's blocked and what you need". An issue waits while it is open and carries the
 * label that means blocked; closing it ends the wait, and opening it again begins another one.
 */
export function waitChange({ wait, labels, open, asked, now }: Facts): WaitChange {
  const waits = open && means(labels, 'workflow.blocked')
  if (wait === null) return waits ? { blocked: { need: asked?.need ?? '', from: asked?.from ?? '' } } : {}
  if (waits) return {}
  const { need, from, since } = wait
  const days = Math.max(0, Math.floor((now.getTime() - Date.parse(since)) / DAY_MS))
  return { waited: { need, from, since, days } }
}

/** “waits for the price list from Purchasing”, the end of a sentence about an issue. */
export function needText({ need, from }: Need): string {
  if (need === '' && from === '') return 'is blocked, reason not set'
  if (need === '') return `is blocked on ${from}`
  return `is blocked on ${need}${from === '' ? '' : ` from ${from}`}`
}

/** “was blocked for 3 days”. */
export function waitedText({ days }: Pick<Waited, 'days'>): string {
  if (days === 0) return 'was blocked for less than a day'
  return `was blocked for ${days === 1 ? 'a day' : `${days} days`}`
}

import type { Refusal } from '#lib/kit/refusal.ts'

type Timebox = { title: string; shelf: string | null; closed: boolean }

/** Milestones with dates have a plan; it no longer changes once they are closed. */
export function whyNotPlan({ title, shelf, closed }: Timebox): Refusal | null {
  if (shelf !== null) return { code: 'no_days', because: `${title} is a shelf. Shelves have no plan.` }
  if (closed) return { code: 'closed', because: `${title} is closed. Its plan no longer changes.` }
  return null
}

import type { Changed } from '#lib/contract/issues.ts'
import type { Report } from '#lib/contract/several.ts'
import { Failure } from '#lib/kit/failure.ts'

/** Does one thing to issue after issue, in one transaction: what the law refuses stays as it is, and says why. */
export async function eachOf(
  refs: readonly number[],
  act: (ref: number) => Promise<Changed>,
): Promise<Report> {
  const told: Report = { done: [], refused: [] }
  for (const ref of new Set(refs)) {
    try {
      told.done.push(await act(ref))
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      const { rule } = error.facts
      told.refused.push({ ref, because: error.detail, ...(typeof rule === 'string' ? { rule } : {}) })
    }
  }
  return told
}

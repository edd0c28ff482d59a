import type { QueryClient } from '@tanstack/react-query'

import { takeIssue } from '#lib/contract/issues.ts'
import type { Report } from '#lib/contract/bulk.ts'

import { leftOf } from '#components/changes/pieces.ts'
import { wordsOf } from '#components/changes/send.ts'
import { changeWith } from '#components/changes/use-change.ts'
import { announceMany } from '#components/changes/change-many.ts'

/** Takes them one by one: each is a race of its own, which another person may win. Answers those that stay. */
export async function takeMany(
  client: QueryClient,
  group: string,
  refs: readonly number[],
): Promise<number[]> {
  const report: Report = { done: [], refused: [] }
  const take = async (ref: number) => {
    try {
      const taken = await changeWith(client, {
        endpoint: takeIssue,
        input: { group, ref },
        message: `You are now the DRI of #${ref}.`,
        issue: ref,
        quiet: true,
        throws: true,
      })
      if (taken) report.done.push(taken)
    } catch (error) {
      report.refused.push({ ref, because: wordsOf(error) })
    }
  }
  await Promise.all(refs.map(take))
  const acts = report.done.map(({ event }) => event)
  announceMany(client, group, report, (count) => `You are now the DRI of ${count}.`, { acts })
  return leftOf(refs, { report, acts, errorText: null })
}

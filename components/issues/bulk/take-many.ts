import type { QueryClient } from '@tanstack/react-query'

import { takeIssue } from '#lib/contract/issues.ts'
import type { Report } from '#lib/contract/several.ts'

import { leftOf } from '#components/changes/pieces.ts'
import { send, wordsOf } from '#components/changes/send.ts'
import { tellSeveral } from '#components/changes/change-many.ts'

/** Takes them one by one: each is a race of its own, which somebody else may win. Answers those that stay. */
export async function takeSeveral(
  client: QueryClient,
  group: string,
  refs: readonly number[],
): Promise<number[]> {
  const report: Report = { done: [], refused: [] }
  const take = async (ref: number) => {
    try {
      report.done.push(await send(takeIssue, { group, ref }, `You are now the DRI of #${ref}.`))
    } catch (error) {
      report.refused.push({ ref, because: wordsOf(error) })
    }
  }
  await Promise.all(refs.map(take))
  const acts = report.done.map(({ event }) => event)
  tellSeveral(client, group, report, (count) => `You are now the DRI of ${count}.`, { acts })
  return leftOf(refs, { report, acts, trouble: null })
}

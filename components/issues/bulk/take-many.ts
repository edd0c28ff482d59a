import type { QueryClient } from '@tanstack/react-query'

import { takeIssue } from '#lib/contract/issues.ts'
import type { Report } from '#lib/contract/several.ts'

import { send, wordsOf } from '#components/changes/send.ts'
import { tellSeveral } from '#components/changes/change-many.ts'

/** Takes them one by one: each is a race of its own, which somebody else may win. True when any was taken. */
export async function takeSeveral(
  client: QueryClient,
  group: string,
  refs: readonly number[],
): Promise<boolean> {
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
  return report.done.length > 0
}

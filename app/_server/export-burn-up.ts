import { burnUpCsv, keptBurnUp } from '#db/queries/burn-up-view.ts'
import type { InputOf } from '#lib/contract/endpoint.ts'
import type { exportBurnUp as endpoint } from '#lib/contract/burn-up.ts'
import type { RequestContext } from './context.ts'
import { CSV_TYPE, fileAnswer } from './file-answer.ts'

/** The chart of a milestone as a file that a spreadsheet opens. */
export async function exportBurnUp(
  context: RequestContext,
  { group, milestone }: InputOf<typeof endpoint>,
): Promise<Response> {
  const view = await keptBurnUp(context.ctx(), context.newest, { milestone })
  return fileAnswer(burnUpCsv(view), { name: `${group}-burn-up-${milestone}.csv`, type: CSV_TYPE })
}

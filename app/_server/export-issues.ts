import { issuesCsv } from '#db/queries/issues-csv.ts'
import type { InputOf } from '#lib/contract/endpoint.ts'
import type { exportIssues as endpoint } from '#lib/contract/issue-lists.ts'
import type { RequestContext } from './context.ts'
import { CSV_TYPE, fileAnswer } from './file-answer.ts'

/** A file that the browser keeps; its name says of which group and which day it is. */
export async function exportIssues(
  context: RequestContext,
  input: InputOf<typeof endpoint>,
): Promise<Response> {
  const body = await issuesCsv(context.ctx(), input)
  const name = `${input.group}-issues-${context.now.toISOString().slice(0, 10)}.csv`
  return fileAnswer(body, { name, type: CSV_TYPE })
}

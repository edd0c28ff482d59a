import { issuesCsv } from '#db/queries/issues-csv.ts'
import type { InputOf } from '#lib/contract/endpoint.ts'
import type { exportIssues as endpoint } from '#lib/contract/issue-lists.ts'
import type { RequestContext } from './context.ts'

/** A file that the browser keeps; its name says of which group and which day it is. */
export async function exportIssues(door: RequestContext, input: InputOf<typeof endpoint>): Promise<Response> {
  const body = await issuesCsv(door.ctx(), input)
  const name = `${input.group}-issues-${door.now.toISOString().slice(0, 10)}.csv`
  return new Response(body, {
    headers: {
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    },
  })
}

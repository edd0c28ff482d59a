import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { issueState } from './issues.ts'
import { inGroup, text } from './shapes.ts'

export const resemblingIssues = endpoint({
  id: 'issues.resembling',
  method: 'GET',
  path: '/groups/{group}/resembling-issues',
  summary: 'Issues with similar titles, open ones first',
  input: z.strictObject({ ...inGroup, title: text(255) }),
  output: z.strictObject({
    items: z.array(z.strictObject({ ref: z.number(), title: z.string(), state: issueState })),
  }),
  reads: ['issues'],
})

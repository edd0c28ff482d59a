import { issuesLink } from '#lib/kit/links.ts'

/** The issues with a finding as they were when they were counted. */
export const weekLink = (group: string, finding: string, countedAt: string | null): string =>
  issuesLink(group, { filter: `finding:${finding}`, ...(countedAt === null ? {} : { at: countedAt }) })

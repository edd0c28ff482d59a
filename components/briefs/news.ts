import type { Brief } from '#lib/contract/briefs.ts'

type News = Brief['news']

/** So many are shown in a first visit. */
const FIRST = 8

/** What came after a moment; in a first visit, the latest. */
export const newsSince = (news: News, since: string | null): News =>
  since === null ? news.slice(0, FIRST) : news.filter(({ at }) => Date.parse(at) > Date.parse(since))

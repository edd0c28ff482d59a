import { lazily } from '#components/ui/popups/lazily.tsx'

/** Fetched with a page of the past, from which an issue may be opened. */
export const IssueOfNow = lazily(async () => (await import('./issue-of-now.tsx')).IssueOfNow)

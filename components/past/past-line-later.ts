import { lazily } from '#components/ui/popups/lazily.tsx'

/** Fetched by those who look back. */
export const PastLine = lazily(async () => (await import('./past-line.tsx')).PastLine)

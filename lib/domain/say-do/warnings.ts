import type { Warning } from '#lib/kit/refusal.ts'

/** Fewer than this say little about a group. */
export const FEW = 5
/** Above this a group commits to less than it can do. */
export const TOO_GOOD = 0.95

/** What to think of before a ratio is quoted. A milestone that runs is not done yet: of it few are told alone. */
export function warningsOf(
  { said, ratio }: { said: number; ratio: number | null },
  runs: boolean,
): Warning[] {
  const few: Warning = {
    code: 'few_assigned',
    because: `Only ${said === 1 ? '1 issue was' : `${said} issues were`} assigned. One more or less changes the ratio a lot.`,
  }
  const high: Warning = {
    code: 'too_high',
    because: 'Above 95 %. The group may be committing to less than it can do.',
  }
  return [
    ...(said > 0 && said < FEW ? [few] : []),
    ...(!runs && ratio !== null && ratio > TOO_GOOD ? [high] : []),
  ]
}

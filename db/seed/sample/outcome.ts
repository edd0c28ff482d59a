/** The place of a milestone among the sample's timeboxes: 0 to 5 are closed, 6 is the current one, 7 the next. */
export type Box = number
export const CURRENT: Box = 6
export const NEXT: Box = 7

/** Where a card of the current Build Board is today. */
export const LANES = [
  'ready',
  'dev',
  'review',
  'security',
  'blocked',
  'verification',
  'unlabelled',
  'done',
] as const
export type Lane = (typeof LANES)[number]

/** Where a card of a Next board is today; a declined one was closed there. */
export const REFINEMENTS = [
  'problem validation',
  'design',
  'solution validation',
  'planning breakdown',
  'ready',
  'unlabelled',
  'declined',
] as const
export type Refinement = (typeof REFINEMENTS)[number]

const WAITING = ['next', 'backlog', 'feedback', 'inbox', 'duplicate', 'declined'] as const

/**
 * What becomes of an issue: `done 3` was committed and done in the fourth of six timeboxes; `late 3` was committed there and done
 * in the next; `dropped 3` was taken off; `carried dev` was committed in the sixth and is in dev today; `now dev` is of the
 * current one; `next` is a candidate on the Planning Board; `near` and `far` wait on the Next boards.
 */
export type Outcome =
  | `${'done' | 'late' | 'dropped'} ${0 | 1 | 2 | 3 | 4 | 5}`
  | `${'carried' | 'now'} ${Lane}`
  | `${'near' | 'far'} ${Refinement}`
  | (typeof WAITING)[number]

export const OUTCOMES: readonly Outcome[] = [
  ...([0, 1, 2, 3, 4, 5] as const).flatMap(
    (box) => [`done ${box}`, `late ${box}`, `dropped ${box}`] satisfies Outcome[],
  ),
  ...LANES.flatMap((lane) => [`carried ${lane}`, `now ${lane}`] satisfies Outcome[]),
  ...REFINEMENTS.flatMap((step) => [`near ${step}`, `far ${step}`] satisfies Outcome[]),
  ...WAITING,
]

export function isOutcome(text: string): text is Outcome {
  return OUTCOMES.some((outcome) => outcome === text)
}

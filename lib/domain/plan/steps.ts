/** Handbook › Team Milestone Planning Process: "During each milestone, planning is completed for the next milestone". */
export const STEPS = [
  'planning-issue',
  'refinement',
  'candidates',
  'capacity',
  'weights',
  'session',
  'assignment',
] as const
export type StepKey = (typeof STEPS)[number]

/** The roles that own a step: one of them leads it. */
export const STEP_OWNERS = ['pm', 'em'] as const
export type StepOwner = (typeof STEP_OWNERS)[number]

/** How long before the start a step may be due, in working days: half a year at most. */
export const MOST_DAYS_BEFORE = 130

/** When a step is due, in working days before the start of the milestone, and who leads it. */
export type StepSetting = { key: StepKey; dueBefore: number; owner: StepOwner }

/** What the group changes stands in its settings; what it leaves is this. */
export const USUAL_SETTINGS: readonly StepSetting[] = [
  { key: 'planning-issue', dueBefore: 20, owner: 'pm' },
  { key: 'refinement', dueBefore: 5, owner: 'pm' },
  { key: 'candidates', dueBefore: 11, owner: 'pm' },
  { key: 'capacity', dueBefore: 6, owner: 'em' },
  { key: 'weights', dueBefore: 3, owner: 'em' },
  { key: 'session', dueBefore: 2, owner: 'pm' },
  { key: 'assignment', dueBefore: 1, owner: 'em' },
]

type StepText = {
  title: string
  /** As the handbook says it. */
  sentence: string
  /** Who does it, beside the one who leads. */
  others: readonly string[]
}

export const STEP_TEXTS: Record<StepKey, StepText> = {
  'planning-issue': {
    title: 'Planning issue and boards',
    sentence: 'Creation of planning issues and boards (EM or PM)',
    others: [],
  },
  refinement: {
    title: 'Weekly refinement issues',
    sentence: 'Refinement issues created every week with automation',
    others: ['automation'],
  },
  candidates: {
    title: 'Candidates on the board',
    sentence:
      'Identification of candidate issues for the milestone and addition to the Planning Board (PM, EM)',
    others: ['PM', 'EM'],
  },
  capacity: {
    title: 'Capacity',
    sentence: 'Team member capacity planning (EM)',
    others: [],
  },
  weights: {
    title: 'Weights',
    sentence: 'Estimation of effort using weights (Engineers and EM)',
    others: ['engineers', 'EM'],
  },
  session: {
    title: 'Joint planning session',
    sentence: 'Joint planning session to finalise the planning board (PM, EM)',
    others: ['PM', 'EM'],
  },
  assignment: {
    title: 'Assignment and Deliverable',
    sentence:
      'Assignment of work to engineers, addition of the ~Deliverable label, update to the planning issue (EM)',
    others: [],
  },
}

/** “PM, EM”: the one who leads the step first. */
export function whoDoes(key: StepKey, owner: StepOwner): string {
  const leads = owner.toUpperCase()
  return [leads, ...STEP_TEXTS[key].others.filter((one) => one !== leads)].join(', ')
}

/** With the group's own days and owners where it has set them. */
export function settingsOf(own: readonly StepSetting[]): StepSetting[] {
  return USUAL_SETTINGS.map((usual) => own.find(({ key }) => key === usual.key) ?? usual)
}

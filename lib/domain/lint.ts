import { daysBetween } from '#lib/kit/plain-date.ts'
import type { PlainDate } from '#lib/kit/plain-date.ts'

import type { FindingCode } from './findings.ts'
import { conflictsOf, means, stateOf, typeOf } from './labels.ts'
import type { LabelFact } from './labels.ts'
import type { Milestone } from './milestones.ts'
import { QUIET_DAYS } from './quiet.ts'
import { isUnweighted, warnWeight } from './weight.ts'
import { saysSomething } from './descriptions.ts'
import { isActive, isReadyOrLater, stateTitle } from './workflow.ts'

export type IssueFacts = {
  state: 'open' | 'closed'
  labels: readonly LabelFact[]
  milestone: Pick<Milestone, 'kind'> | null
  weight: number | null
  /** Broken down into pieces, which hold the work. */
  split: boolean
  /** Whether its description says something. */
  described: boolean
  /** Whether it has a DRI, and whether it has assignees. */
  driven: boolean
  assigned: boolean
  dueOn: PlainDate | null
  spikeScope: string | null
  /** The group's day of the last update, or of the move into the present state; null when there was none. */
  lastUpdateOn: PlainDate | null
}

/** What is wrong, the sentence of the handbook that says so, and the act that fixes it. */
export type Finding = { code: FindingCode; because: string; sentence: string; fix: string | null }

type Rule = (issue: IssueFacts, today: PlainDate) => string | null

/** What the issue triage report finds in one issue on the group's day `today`. A closed issue has nothing to fix. */
export function lintIssue(issue: IssueFacts, today: PlainDate): Finding[] {
  if (issue.state === 'closed') return []
  return RULES.flatMap(({ code, finds, sentence, fix }) => {
    const because = finds(issue, today)
    return because === null ? [] : [{ code, because, sentence, fix }]
  })
}

const RULES: readonly { code: FindingCode; finds: Rule; sentence: string; fix: string | null }[] = [
  {
    code: 'milestone_missing',
    finds: ({ milestone }) => (milestone === null ? 'It has no milestone.' : null),
    sentence: 'The issue triage report highlights issues that need a milestone assignment.',
    fix: 'Set a milestone',
  },
  {
    code: 'type_missing',
    finds: ({ labels }) => (typeOf(labels) === null ? 'It has no type.' : null),
    sentence: 'In addition, issues should contain the relevant ~type: and subtype labels.',
    fix: 'Set a type',
  },
  {
    code: 'group_label_missing',
    finds: ({ labels }) => (means(labels, 'group') ? null : 'It does not have the label of the group.'),
    sentence: 'Issues owned by the … group should have these labels, as appropriate',
    fix: 'Add the group label',
  },
  {
    code: 'labels_conflict',
    finds: ({ labels }) => {
      const conflict = conflictsOf(labels)[0]
      return conflict ? `It holds ${conflict.titles.map((t) => `~${t}`).join(' and ')} at once.` : null
    },
    // the tracker's rule, the handbook only relies on it
    sentence: 'An issue holds at most one label of a scope.',
    fix: 'Keep one label',
  },
  {
    code: 'deliverable_not_ready',
    finds: ({ labels }) => {
      const state = stateOf(labels)
      if (!means(labels, 'deliverable') || isReadyOrLater(state)) return null
      return `It is a Deliverable and ${state ? `still in ${stateTitle(state)}` : 'has no workflow state'}.`
    },
    sentence: 'Only issues with this label should be assigned to an engineer as a Deliverable.',
    fix: 'Move to ready for development',
  },
  {
    code: 'deliverable_unassigned',
    finds: ({ labels, driven, assigned }) =>
      means(labels, 'deliverable') && !driven && !assigned
        ? 'It is a Deliverable without a DRI or assignees.'
        : null,
    sentence:
      'The EM then applies the ~Deliverable label to each issue in the release and assigns it to an engineer.',
    fix: 'Name a DRI',
  },
  {
    code: 'description_missing',
    finds: ({ labels, described }) => {
      const state = stateOf(labels)
      return state !== null && isReadyOrLater(state) && !described
        ? `It is in ${stateTitle(state)} without a description.`
        : null
    },
    sentence:
      'signaling to the EM to request engineers to review the issue description and ensure it’s clear and ready for development',
    fix: 'Add description',
  },
  {
    code: 'weight_missing',
    finds: (issue) => (isUnweighted(issue) ? 'It has no weight.' : null),
    sentence: 'A weight is assigned to each issue as an estimate of work to close it.',
    fix: 'Set a weight',
  },
  {
    code: 'too_heavy',
    finds: ({ weight, split }) => (!split && warnWeight(weight) ? `Its weight is ${weight}.` : null),
    sentence:
      'Issues are generally not weighted above 3, larger weights indicate the issue should be broken down further.',
    fix: 'Split issue',
  },
  {
    code: 'dri_missing',
    finds: ({ labels, driven }) =>
      isActive(stateOf(labels)) && !driven ? 'Work is active without a DRI.' : null,
    sentence:
      'Every issue, feature, bug fix, or initiative the team is actively working on has a single named DRI.',
    fix: 'Name a DRI',
  },
  {
    code: 'past_due',
    finds: ({ dueOn }, today) => (dueOn !== null && dueOn < today ? `It was due on ${dueOn}.` : null),
    sentence: 'If it’s stuck, you raise it, you don’t wait to be asked.',
    fix: 'Set a new due date',
  },
  {
    code: 'no_update',
    finds: ({ labels, lastUpdateOn }, today) => {
      if (stateOf(labels) !== 'in-dev') return null
      const quiet = lastUpdateOn === null ? null : daysBetween(lastUpdateOn, today)
      if (quiet === null) return 'It has no update since it moved to in dev.'
      return quiet >= QUIET_DAYS ? `It is in dev and has no update for ${quiet} days.` : null
    },
    sentence: 'You update the planning issue with status at least once a week.',
    fix: 'Write an update',
  },
  {
    code: 'spike_scope_missing',
    finds: ({ labels, spikeScope }) =>
      means(labels, 'spike') && !saysSomething(spikeScope ?? '') ? 'It is a spike without a scope.' : null,
    sentence: 'the scope of the spike should be clearly stated',
    fix: 'Add scope',
  },
]

/** The sentence of the handbook that a finding rests on. */
export const sentenceOf = (wanted: FindingCode): string =>
  RULES.find(({ code }) => code === wanted)?.sentence ?? ''

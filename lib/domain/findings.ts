/** What the issue triage report looks for, in the order in which it tells it; the names are those of filters. */
export const FINDINGS = {
  milestone_missing: { name: 'no-milestone', title: 'No milestone' },
  type_missing: { name: 'no-type', title: 'No type' },
  group_label_missing: { name: 'no-group-label', title: 'No group label' },
  labels_conflict: { name: 'labels-conflict', title: 'Conflicting labels' },
  deliverable_not_ready: { name: 'deliverable-not-ready', title: 'Deliverable, not ready' },
  deliverable_unassigned: { name: 'deliverable-unassigned', title: 'Deliverable, no DRI or assignee' },
  description_missing: { name: 'no-description', title: 'Ready, no description' },
  weight_missing: { name: 'no-weight', title: 'No weight' },
  too_heavy: { name: 'too-heavy', title: 'Weight over 3' },
  dri_missing: { name: 'no-dri', title: 'Active without a DRI' },
  past_due: { name: 'past-due', title: 'Past due' },
  no_update: { name: 'no-update', title: 'In dev, no update' },
  spike_scope_missing: { name: 'no-spike-scope', title: 'Spike, no scope' },
} as const

export type FindingCode = keyof typeof FINDINGS
// safe because the keys of the record are the codes
export const FINDING_CODES = Object.keys(FINDINGS) as FindingCode[]
export type FindingName = (typeof FINDINGS)[FindingCode]['name']

export const FINDING_NAMES: readonly FindingName[] = Object.values(FINDINGS).map(({ name }) => name)

export const findingTitle = (wanted: string): string =>
  Object.values(FINDINGS).find(({ name }) => name === wanted)?.title ?? wanted

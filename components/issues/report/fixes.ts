import type { Card, Issue } from '#lib/contract/issues.ts'
import { conflictsOf, keepLabel, means } from '#lib/domain/labels.ts'
import type { LabelFact } from '#lib/domain/labels.ts'
import { lintIssue } from '#lib/domain/lint.ts'
import type { Finding } from '#lib/domain/lint.ts'
import { may } from '#lib/domain/permissions.ts'
import { saysSomething } from '#lib/domain/descriptions.ts'

import type { FactsProps } from '#components/issues/page/facts-props.ts'
import { nameOf } from '#components/lookups/lookups.ts'
import type { Lookups } from '#components/lookups/lookups.ts'

/** One press that fixes a finding. */
export type Fix = { label: string; act: () => void }

export type Fixable = Card & { labels: readonly LabelFact[] }

type Props = Pick<FactsProps, 'lookups' | 'actor' | 'acts'> & {
  issue: Fixable
  /** Goes to the fact and opens what changes it; null where there are no facts to go to. */
  open: ((fact: string) => void) | null
  /** Goes to the update of the week; null in groups that post none, where a comment is one. */
  update: (() => void) | null
}

/** What the issue triage report would say of it today. */
export function findingsOf(issue: Issue, { milestones }: Pick<Lookups, 'milestones'>): Finding[] {
  // The law asks labels and readiness of work alone.
  if (issue.kind !== 'issue') return []
  const milestone = milestones.find(({ slug }) => slug === issue.milestone)
  return lintIssue(
    {
      state: issue.state,
      labels: issue.labels,
      milestone: milestone ? { kind: milestone.shelf === null ? 'timebox' : 'shelf' } : null,
      weight: issue.weight,
      split: issue.split,
      described: saysSomething(issue.description),
      driven: issue.dri !== null,
      assigned: issue.assignees.length > 0,
      dueOn: issue.due,
      spikeScope: issue.spikeScope,
      lastUpdateOn: issue.lastUpdateOn,
    },
    issue.today,
  )
}

/** Where one act fixes it, that act; where a choice is needed, the fact with its choices open. */
export function fixesOf({ code, fix }: Pick<Finding, 'code' | 'fix'>, props: Props): Fix[] {
  const { issue, lookups, acts, actor, open, update } = props
  const meaning = (wanted: string) => lookups.labels.find((label) => label.meaning === wanted)
  const put = (label: string, add: LabelFact | undefined): Fix[] =>
    add ? [{ label, act: () => acts.wish(issue, { what: 'labels', add: [add.title] }, lookups) }] : []
  const goTo = (fact: string): Fix[] => (open ? [{ label: `${fix ?? 'Fix'}…`, act: () => open(fact) }] : [])
  switch (code) {
    case 'type_missing':
      return (['bug', 'maintenance', 'feature'] as const).flatMap((type) =>
        put(`It is ${type === 'maintenance' ? type : `a ${type}`}`, meaning(`type.${type}`)),
      )
    case 'group_label_missing':
      return put('Add the group label', meaning('group'))
    case 'labels_conflict':
      return keepOne(props)
    case 'deliverable_not_ready': {
      const deliverable = meaning('deliverable')
      const held = deliverable && means(issue.labels, 'deliverable') && may(actor, 'deliverable.set')
      return [
        ...put('Move to ready for development', meaning('workflow.ready-for-development')),
        ...(held
          ? [
              {
                label: 'Take Deliverable off',
                act: () => acts.wish(issue, { what: 'labels', remove: [deliverable.title] }, lookups),
              },
            ]
          : []),
      ]
    }
    case 'weight_missing':
      return [1, 2, 3].map((weight) => ({
        label: `Weight ${weight}`,
        act: () => acts.wish(issue, { what: 'weight', weight }, lookups),
      }))
    case 'deliverable_unassigned':
    case 'dri_missing': {
      const take = {
        label: 'Become its DRI',
        act: () => acts.take(issue, actor.handle, issue.dri && nameOf(issue.dri, lookups)),
      }
      return [take, ...(may(actor, 'assign.others') ? goTo('DRI') : [])]
    }
    case 'milestone_missing':
      return goTo('Milestone')
    case 'description_missing':
      return goTo('Description')
    case 'too_heavy':
      return goTo('Split')
    case 'past_due':
      return goTo('Due')
    case 'spike_scope_missing':
      return goTo('Spike scope')
    case 'no_update':
      // the others ask for it where its drift is said
      if (update) return issue.dri === actor.handle ? [{ label: 'Write an update…', act: update }] : []
      return goTo('Comment')
  }
}

function keepOne({ issue, lookups, acts }: Props): Fix[] {
  const titles = conflictsOf(issue.labels)[0]?.titles ?? []
  return issue.labels
    .filter(({ title }) => titles.includes(title))
    .map((keep) => ({
      label: `Keep ~${keep.title}`,
      act: () => {
        const remove = keepLabel(issue.labels, keep).removed.map(({ title }) => title)
        acts.wish(issue, { what: 'labels', remove }, lookups)
      },
    }))
}

import type { EventType, Recorded } from '#lib/domain/events.ts'
import { ALL_FACTS } from '#lib/domain/facts/facts.ts'
import { scopeOf } from '#lib/domain/labels.ts'
import type { GroupState, IssueState } from '#lib/domain/replay-state.ts'
import { issues as columns } from '../schema/issues.ts'
import type { PastRow } from './rows.ts'
import type { IssueTable } from './shadows.ts'

/** Are told on an issue, and leave its date of change as it was. Labels are among them. */
const QUIET =
  /^(?!issue\.)|^issue\.(labels_changed|linked|unlinked|split|comment\w*|mention_acknowledged|mention_reminded|cover_asked|wait_set|hand_over_(offered|declined|withdrawn))$/

/** When each issue was changed last, by all that was done to it until then: what was taken back since was done all the same. */
export function changedAt(events: readonly Recorded[]): Map<number, Date> {
  const last = new Map<number, Date>()
  for (const { type, issue, happenedAt } of events) {
    if (issue === null || QUIET.test(type satisfies EventType)) continue
    const known = last.get(issue)
    if (!known || known < happenedAt) last.set(issue, happenedAt)
  }
  return last
}

/** `hidden`: the reader may not see it today, and so not what it was. */
export type IssueToday = { hidden: boolean; sample: boolean }

type Beside = {
  /** By issue. */
  updated: ReadonlyMap<number, Date>
  /** The titles of labels as they were. */
  titles: ReadonlyMap<number, string>
  /** Issues as they are today. Those of the sample may be gone. */
  today: ReadonlyMap<number, IssueToday>
}

/** Issues as rows of their tables. */
export function issueRows(
  all: readonly IssueState[],
  { updated, titles, today }: Beside,
): Record<IssueTable | 'label_spans', PastRow[]> {
  const of = <V>(rows: (issue: IssueState) => readonly V[]) =>
    all.flatMap((issue) => rows(issue).map((row) => ({ ...row, issue_number: issue.number })))
  return {
    issues: all.map((issue) => ({
      ...rowOf(issue),
      updated_at: updated.get(issue.number) ?? issue.createdAt,
      confidential: issue.confidential || today.get(issue.number)?.hidden === true,
      sample: today.get(issue.number)?.sample ?? true,
    })),
    issue_labels: of(({ labels }) =>
      [...labels].map(([id, since]) => ({
        label_id: Number(id),
        scope_key: scopeOf(titles.get(Number(id)) ?? '') ?? `=${id}`,
        beside: 0,
        added_at: since,
      })),
    ),
    issue_assignees: of(({ assignees }) =>
      [...assignees].map(([person, since]) => ({ person_id: person, added_at: since })),
    ),
    // Of what is gone with the sample, these went as well.
    label_spans: of(({ number, spans }) =>
      (today.has(number) ? [] : spans).map(({ label, from, to }) => ({
        label_id: Number(label),
        from_at: from,
        to_at: to,
      })),
    ),
    blocks: of(({ waits }) =>
      waits.map(({ need, from, since, until, by }) => ({
        need,
        from_whom: from,
        since_at: since,
        until_at: until,
        by_id: by,
      })),
    ),
    hand_overs: of(({ offeredTo }) =>
      offeredTo === null ? [] : [{ subject_kind: 'issue', to_id: offeredTo, outcome: null }],
    ),
  }
}

const rowOf = (issue: IssueState): PastRow => ({
  number: issue.number,
  kind: issue.kind,
  title: issue.title,
  // missing where a look asks for no texts
  description: issue.description ?? '',
  state: issue.state,
  close_reason: issue.closeReason,
  closed_at: issue.closedAt,
  milestone_id: issue.milestone && Number(issue.milestone),
  epic_number: issue.epic,
  team_id: issue.team && Number(issue.team),
  model_id: issue.model && Number(issue.model),
  weight: issue.weight,
  dri_id: issue.dri,
  spike_scope: issue.spikeScope,
  rank: issue.ranks.group,
  plan_rank: issue.ranks.planning,
  version: issue.version,
  author_id: issue.author,
  created_at: issue.createdAt,
  ...Object.fromEntries(ALL_FACTS.map(({ key }) => [columns[key].name, issue[key]])),
})

/** Links of issues that changed: a split stands with the issue that was split, all others with either. */
export function linkRows({ links }: GroupState, changed: ReadonlySet<number>): PastRow[] {
  return [...links].flatMap((link) => {
    const [from, kind, to] = link.split(' ')
    const ends = { from_number: Number(from), to_number: Number(to) }
    const told = changed.has(ends.from_number) || (kind !== 'split_into' && changed.has(ends.to_number))
    return told ? [{ ...ends, kind, from_subject_kind: 'issue', to_subject_kind: 'issue' }] : []
  })
}

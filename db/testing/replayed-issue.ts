import type { IssueState } from '#lib/domain/replay-state.ts'

export const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** An issue as its ledger tells it, in the order in which tables list what belongs to it. */
export function issueRow({ labels, assignees, spans, waits, unclaimed, ...issue }: IssueState) {
  return {
    ...issue,
    labels: [...labels].map(([id, since]) => [Number(id), since] as const).toSorted(([a], [b]) => a - b),
    assignees: [...assignees].toSorted(([a], [b]) => compare(a, b)),
    spans: spans
      .map(({ label, from, to }) => [Number(label), from, to] as const)
      .toSorted(([a, x], [b, y]) => a - b || x.getTime() - y.getTime()),
    waits: waits.toSorted((a, b) => a.since.getTime() - b.since.getTime()),
    unclaimed: [...unclaimed.values()],
  }
}

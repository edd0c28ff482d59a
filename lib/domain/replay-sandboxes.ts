import type { Recorded } from './events.ts'
import { change } from './replay-maps.ts'
import type { SandboxChangeState, SandboxState } from './replay-sandboxes-state.ts'
import type { GroupState } from './replay-state.ts'
import { issueOf } from './sandbox/changes.ts'

/** What an event makes of the sandboxes of plans; what it applies is told by events of its own. */
export function applyToSandboxes(state: GroupState, event: Recorded): void {
  const { sandboxes, sandboxChanges } = state
  switch (event.type) {
    case 'sandbox.opened': {
      const { milestone, sandbox, base } = event.data
      const { id, slug, title } = sandbox
      sandboxes.set(id, { milestone: milestone.id, slug, title, base, state: 'open' })
      return
    }
    case 'sandbox.change_added': {
      const { id, sandbox, change, reason, by, seen } = event.data
      sandboxChanges.set(id, {
        sandbox: sandbox.id,
        change,
        reason,
        by: by?.id ?? null,
        seen,
        leftOut: false,
      })
      return
    }
    case 'sandbox.change_removed':
      sandboxChanges.delete(event.data.id)
      return
    case 'sandbox.applied':
      for (const id of event.data.leftOut) change(sandboxChanges, id, { leftOut: true })
      return change(sandboxes, event.data.sandbox.id, { state: 'applied' })
    case 'sandbox.dropped':
      return change(sandboxes, event.data.sandbox.id, { state: 'dropped' })
    case 'sandbox.reopened':
      return change(sandboxes, event.data.sandbox.id, { state: 'open' })
    case 'team.removed':
      return dropWhere(sandboxChanges, (one) => teamOf(one) === String(event.data.id))
    case 'milestone.removed':
      return removeSandboxes(state, (one) => one.milestone === String(event.data.id))
    default:
  }
}

/** With their changes. */
export function removeSandboxes(
  { sandboxes, sandboxChanges }: GroupState,
  are: (one: SandboxState, id: number) => boolean,
): void {
  dropWhere(sandboxes, are)
  dropWhere(sandboxChanges, ({ sandbox }) => !sandboxes.has(sandbox))
}

export const removeChangesOf = ({ sandboxChanges }: GroupState, issues: ReadonlySet<string>): void =>
  dropWhere(sandboxChanges, ({ change }) => issues.has(String(issueOf(change))))

const teamOf = ({ change }: SandboxChangeState): string | null =>
  change.what === 'override' ? (change.team?.id ?? null) : null

function dropWhere<V>(map: Map<number, V>, is: (value: V, id: number) => boolean): void {
  for (const [id, value] of map) if (is(value, id)) map.delete(id)
}

import { blockedFor } from '#components/milestone-overview/overview-text.ts'
import { Icon } from '#components/ui/icon.tsx'
import { Note } from '#components/ui/tag.tsx'
import type { MySubject } from '#lib/contract/updates.ts'
import { stateTitle } from '#lib/domain/workflow.ts'
import type { PlainDate } from '#lib/kit/plain-date.ts'

type Props = { one: Pick<MySubject, 'state' | 'blockedSince' | 'issues'>; today: PlainDate }

/** Where the work stands: blocked and how long, the state of an issue, how much of an epic is closed. */
export function SubjectNote({ one: { state, blockedSince, issues }, today }: Props) {
  if (blockedSince !== null)
    return (
      <Note tone="bad">
        <Icon name="blocked" className="size-3" />
        <span className="num">{blockedFor(blockedSince, today)}</span>
      </Note>
    )
  if (issues !== null)
    return (
      <Note tone="calm">
        <span className="num">{`${issues.closed} of ${issues.total} ${issues.total === 1 ? 'issue' : 'issues'}`}</span>
      </Note>
    )
  return state === null ? null : <Note tone="calm">{stateTitle(state)}</Note>
}

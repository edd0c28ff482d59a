import { AskButton } from '#components/commands/ask-button.tsx'
import type { DriftKind } from '#lib/domain/drift.ts'
import { DRIFT_TOLD } from '#lib/domain/drift-told.ts'

type Props = { issue: number; kind: DriftKind }

/** What ends the drift of an issue. One dialog names a first DRI, hands over, or shows the hand-over that waits. */
export const DriftButton = ({ issue, kind }: Props) => (
  <AskButton
    size="sm"
    refs={() => [issue]}
    what={kind === 'no_update' ? 'ask_update' : 'hand_over'}
    opens="dialog"
    aria-label={`${DRIFT_TOLD[kind].act} #${issue}`}
    className="no-print"
  >
    {DRIFT_TOLD[kind].act}
  </AskButton>
)

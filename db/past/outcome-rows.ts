import type { GroupState } from '#lib/domain/replay-state.ts'
import type { PastRow } from './rows.ts'

const keyOf = (key: string): PastRow => {
  const [milestone, issue] = key.split(' ').map(Number)
  return { milestone_id: milestone, issue_number: issue }
}

/** What was frozen of milestones, as rows. */
export const outcomeRows = ({ outcomes }: GroupState): PastRow[] =>
  [...outcomes].map(([key, one]) => ({
    ...keyOf(key),
    weight: one.weight,
    first_weight: one.firstWeight,
    team_id: one.team && Number(one.team.id),
    dri_id: one.dri && one.dri.id,
    work_type: one.type,
    assigned_at_start: one.atStart,
    entered_at: one.enteredAt,
    on_board: one.onBoard,
    outcome: one.outcome,
    frozen_at: one.frozenAt,
  }))

/** What closings added to that, as rows. */
export const slipRows = ({ slips }: GroupState): PastRow[] =>
  [...slips].map(([key, { destination, slip, closedAt }]) => ({
    ...keyOf(key),
    closed_at: closedAt,
    destination_kind: destination && destination.kind,
    destination_id: destination?.milestone ? Number(destination.milestone.id) : null,
    slip_reason: slip && slip.reason,
    slip_text: slip?.text ?? '',
  }))

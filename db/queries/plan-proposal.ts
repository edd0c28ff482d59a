import type { PlanProposal } from '#lib/contract/plan.ts'
import { mixOf } from '#lib/domain/plan/mix.ts'
import { proposalOf } from '#lib/domain/plan/proposal.ts'
import { NOBODY } from '#lib/domain/plan/selection.ts'
import type { Ctx } from '../context.ts'
import { type PlanBase, planBase } from './plan-base.ts'
import { personRoom, type Room, sum, teamRoom } from './plan-facts.ts'

/** A proposal for a milestone, from what is there now; it changes nothing. */
export async function proposePlan(ctx: Ctx, { milestone }: { milestone: string }): Promise<PlanProposal> {
  const base = await planBase(ctx, milestone)
  const { picks, leftOut, leftOfTeam, leftOfPerson } = proposalOf({ ...base, ...askedOf(base) })
  const byRef = new Map(base.candidates.map((one) => [one.ref, one]))
  const isShown = ({ ref }: { ref: number }) => byRef.get(ref)?.shown === true
  const taken = base.candidates.filter(
    ({ ref, deliverable }) => deliverable || picks.some((pick) => pick.ref === ref),
  )
  return {
    picks: picks.filter(isShown),
    leftOut: leftOut.filter(isShown).map(({ ref, code, because }) => ({ ref, rule: code, because })),
    teams: base.teams.map((room) => teamRoom(filled(room, leftOfTeam))),
    people: base.people.map((room) => personRoom(filled(room, leftOfPerson))),
    mix: mixOf(taken),
    notShown: [...picks, ...leftOut].filter((one) => !isShown(one)).length,
  }
}

/** What is not committed yet, as the law of proposals takes it. */
function askedOf({ candidates, capacity, milestone }: PlanBase) {
  return {
    title: milestone.title,
    places: capacity.rows,
    candidates: candidates
      .filter(({ deliverable }) => !deliverable)
      .map(({ card, refusal }) => ({
        ref: card.ref,
        weight: card.weight,
        split: card.split,
        team: card.team,
        assignees: card.assignees,
        dri: card.dri,
        refusal: refusal?.code === NOBODY ? null : refusal,
      })),
  }
}

function filled(room: Room, left: ReadonlyMap<string, number>): Room {
  const rest = left.get(room.key) ?? room.left
  return { ...room, picked: sum([room.capacity, -rest]), left: rest }
}

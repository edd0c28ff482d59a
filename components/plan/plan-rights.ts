import type { Plan } from '#lib/contract/plan.ts'
import { whyNotPlan } from '#lib/domain/plan/rules.ts'
import { may } from '#lib/domain/permissions.ts'
import type { Actor } from '#lib/domain/permissions.ts'

/** What a person does on the page; a milestone that is closed is not planned. */
export type PlanRights = {
  mayPick: boolean
  mayOrder: boolean
  mayAdd: boolean
  /** Notes of steps, and the joint session. */
  mayLead: boolean
  mayWeigh: boolean
}

export function rightsOf(actor: Actor, { milestone }: Pick<Plan, 'milestone'>): PlanRights {
  const isPlanned = whyNotPlan(milestone) === null
  return {
    mayPick: isPlanned && may(actor, 'deliverable.set'),
    mayOrder: isPlanned && may(actor, 'planning.order'),
    mayAdd: isPlanned && may(actor, 'planning.candidates'),
    mayLead: isPlanned && may(actor, 'planning.candidates'),
    mayWeigh: isPlanned && may(actor, 'issue.weigh'),
  }
}

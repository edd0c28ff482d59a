import { type Act, type Actor, whyNotAllowed } from '../permissions.ts'
import { actOfChange } from '../time-off.ts'
import type { Refusal } from '#lib/kit/refusal.ts'
import type { SandboxChange } from './changes.ts'

/** A sandbox gives no rights: each change asks of the person who applies it what it would ask of them by hand. */
function actOf(change: SandboxChange, me: string): Act {
  switch (change.what) {
    case 'timeOff':
    case 'timeOffCut':
      return actOfChange(change.person === me)
    case 'override':
    case 'focus':
      return 'capacity.override'
    case 'candidate':
      return 'planning.candidates'
    case 'dri':
      return 'assign.others'
    case 'deliverable':
      return 'deliverable.set'
  }
}

/** @param change persons by handle */
export const whyNotApply = (actor: Actor & { handle: string }, change: SandboxChange): Refusal | null =>
  whyNotAllowed(actor, actOf(change, actor.handle))

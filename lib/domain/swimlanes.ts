import type { Refusal } from '#lib/kit/refusal.ts'

import { whyNotDrive, whyNotOffer, whyNotRelease, whyNotTake } from './dri.ts'
import { may, whyNotAllowed } from './permissions.ts'
import type { Actor, Role } from './permissions.ts'
import { NOT_YOUR_HAND_OVER } from './refusal-codes.ts'

/** What a drop into a person's lane does about the DRI. */
export type DriStep = 'keeps' | 'takes' | 'assigns' | 'steps_down' | 'asks' | 'hands_over'

type Person = { id: string; name: string }

/** People are compared by id; every part of it may come from a server or from a board. */
export type DriDrop = {
  open: boolean
  dri: Person | null
  /** Whose lane it is; null for the lane of what has no DRI. */
  to: (Person & { roles: readonly Role[] }) | null
  me: string
  actor: Actor
  /** The name of the person that a hand-over waits for. */
  asked: string | null
  /** False where an EM asks, and does not decide. */
  atOnce?: boolean
}

/**
 * Handbook › DRIs: a reassignment "should happen explicitly (not by drift)". An unowned card in your own lane is yours;
 * an owned one is handed over with context, at once by the EM, otherwise when the next DRI accepts.
 */
export function driDrop(drop: DriDrop): { step: DriStep; refusal: Refusal | null } {
  const step = stepOf(drop)
  return { step, refusal: whyNotStep(drop, step) }
}

/** Whether the step needs words for the next DRI. */
export const needsContext = (step: DriStep): boolean => step === 'asks' || step === 'hands_over'

function stepOf({ dri, to, me, actor, atOnce = true }: DriDrop): DriStep {
  if ((dri?.id ?? null) === (to?.id ?? null)) return 'keeps'
  if (to === null) return 'steps_down'
  if (dri === null) return to.id === me ? 'takes' : 'assigns'
  return may(actor, 'assign.others') && atOnce ? 'hands_over' : 'asks'
}

function whyNotStep({ open, dri, to, me, actor, asked }: DriDrop, step: DriStep): Refusal | null {
  const driName = dri?.name ?? null
  switch (step) {
    case 'keeps':
      return null
    case 'takes':
      return whyNotAllowed(actor, 'issue.take') ?? whyNotTake({ open, dri: null, me, driName })
    case 'steps_down':
      return whyNotAllowed(actor, 'issue.take') ?? whyNotRelease({ dri: dri?.id ?? null, me, driName, asked })
    case 'assigns':
      return whyNotAllowed(actor, 'assign.others') ?? (to && whyNotDrive(to))
    case 'hands_over':
      return to && whyNotDrive(to)
    case 'asks': {
      const isMine = dri?.id === me || may(actor, 'assign.others')
      return (
        whyNotAllowed(actor, 'issue.hand_over') ??
        (isMine ? null : whyNotHandOverOf(driName)) ??
        whyNotOffer({ open, asked }) ??
        (to && whyNotDrive(to))
      )
    }
  }
}

/** What only the DRI hands over is asked for. */
export const whyNotHandOverOf = (dri: string | null): Refusal => ({
  code: NOT_YOUR_HAND_OVER,
  because: `${dri ?? 'Another person'} is the DRI. Ask for a hand-over.`,
})

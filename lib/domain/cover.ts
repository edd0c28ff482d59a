import type { Refusal } from '#lib/kit/refusal.ts'

import { roleTitle } from './roles.ts'

type Duty = {
  /** Who has it, by id and name; null for no one. */
  holder: { id: string; name: string } | null
  me: string
  em: boolean
  /** Whether the working days of its week lie behind. */
  over: boolean
  /** Whether cover was asked for while this person has it. */
  asked: boolean
}

/** Law 12: “I will not be available” tells the engineering manager and opens the cover request. It is asked for once. */
export function whyNotAskDuty({ holder, me, em, over, asked }: Duty): Refusal | null {
  if (holder === null) return { code: 'no_duty', because: 'This week has no triage duty yet.' }
  if (holder.id !== me && !em) {
    const because = `Only ${holder.name} or the ${roleTitle('em')} asks for cover of this duty.`
    return { code: 'not_yours', because }
  }
  if (over) return OVER
  return asked ? ASKED : null
}

const OVER: Refusal = { code: 'over', because: 'This week is over.' }
const ASKED: Refusal = { code: 'asked', because: 'Cover was already asked for.' }

type Take = Omit<Duty, 'em'> & {
  /** Whether the person who takes it is in the functional team in that week. */
  member: boolean
  /** Whether the person who has it is away on a working day of the week. */
  away: boolean
}

/** A colleague of the team takes what would be left alone; all else is given by the engineering manager. */
export function whyNotTakeDuty({ holder, me, member, over, away, asked }: Take): Refusal | null {
  if (holder?.id === me) return { code: 'already_yours', because: 'You already have this triage duty.' }
  if (over) return OVER
  if (!member)
    return { code: 'not_in_team', because: 'Only a member of this functional team takes its triage duty.' }
  if (holder === null || away || asked) return null
  return {
    code: 'covered',
    because: `${holder.name} has this triage duty and is there. Ask the ${roleTitle('em')} to change it.`,
  }
}

type Work = {
  dri: { id: string; name: string } | null
  me: string
  em: boolean
  open: boolean
  away: boolean
  asked: boolean
}

/** Handbook › Directly Responsible Individuals: "accountability stays with you" until it is handed over. */
export function whyNotAskIssue({ dri, me, em, open, away, asked }: Work): Refusal | null {
  if (!open) return { code: 'closed', because: 'This issue is closed.' }
  if (dri === null) return { code: 'no_dri', because: 'It has no DRI.' }
  if (dri.id !== me && !em)
    return {
      code: 'not_the_dri',
      because: `Only ${dri.name} or the ${roleTitle('em')} asks for cover of it.`,
    }
  if (!away) return { code: 'not_away', because: `No time off of ${dri.name} lies ahead. Enter it first.` }
  return asked ? ASKED : null
}

import { spanText } from '#lib/kit/day-text.ts'

import { figureOf, termName } from '../capacity/text.ts'
import type { TimeOffDays } from '../time-off.ts'
import type { SandboxChange } from './changes.ts'

type Named = { name: string }

/** A change in words: “Cindy Halim is away 4 – 8 Jan”, “#12 becomes a candidate”. */
export function changeText(change: SandboxChange<Named, Named>): string {
  switch (change.what) {
    case 'timeOff':
      return `${change.person.name} is away ${daysText(change)}`
    case 'timeOffCut':
      return `${change.person.name} is not away ${daysText(change)}`
    case 'override': {
      const { person, team, weekOn, term, value } = change
      const where = `${team ? ` in ${team.name}` : ''}${weekOn ? ` in the week of ${spanText(weekOn, weekOn)}` : ''}`
      return `${person.name}’s ${termName(term)}${where} becomes ${figureOf(term, value)}`
    }
    case 'focus':
      return `Focus becomes ${figureOf('focus', change.value)} for everyone without an override`
    case 'candidate':
      return change.isIn ? `#${change.ref} becomes a candidate` : `#${change.ref} stops being a candidate`
    case 'dri':
      return `${change.person.name} becomes the DRI of #${change.ref}`
    case 'deliverable':
      return change.isIn ? `#${change.ref} becomes a Deliverable` : `#${change.ref} stops being a Deliverable`
  }
}

/** “4 – 8 Jan, from noon”. */
export function daysText({ fromOn, toOn, fromNoon, untilNoon }: TimeOffDays): string {
  const halves = [fromNoon ? 'from noon' : '', untilNoon ? 'until noon' : ''].filter(Boolean).join(' ')
  return `${spanText(fromOn, toOn)}${halves && `, ${halves}`}`
}

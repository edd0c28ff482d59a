import { type EventRow, visibleRow } from '#db/queries/event-rows.ts'
import { entryOf } from '#db/queries/events.ts'
import { LIVE_HIDDEN, LIVE_LEFT, type LiveMessage } from '#lib/contract/live.ts'

type Cards = ReadonlyMap<number, NonNullable<LiveMessage['card']>>

/** An event as a reader is told of it, who may see everything or only what is not hidden. */
export function messageOf(row: EventRow, cards: Cards, seesAll: boolean): LiveMessage {
  const visible = visibleRow(row, seesAll)
  return seesAll || !visible.hidden ? openMessage(visible, cards) : hiddenMessage(visible)
}

function openMessage(row: EventRow, cards: Cards): LiveMessage {
  const { number, type, actor, sentence } = entryOf(row, true)
  return {
    number,
    type,
    actor,
    sentence,
    issue: row.issue,
    card: (row.issue !== null && cards.get(row.issue)) || null,
  }
}

/**
 * What the reader may not see is a bare number. That an issue became confidential is told with its number, which the
 * reader knew until then: it leaves their open boards and lists at once, and nothing is said about why.
 */
const hiddenMessage = ({ number, type, issue, data }: EventRow): LiveMessage => {
  const left = type === 'issue.confidential_set' && data.to === true
  return {
    number,
    type: left ? LIVE_LEFT : LIVE_HIDDEN,
    actor: null,
    sentence: '',
    issue: left ? issue : null,
    card: null,
  }
}

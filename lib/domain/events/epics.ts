import type { Change, PersonRef } from '../event-refs.ts'
import { followers } from '../telling.ts'
import { event, lasting, reason } from './row.ts'

/**
 * `because` is said when an epic closed or opened by itself, over what became of `issue`: whoever may not see that one
 * is not told why, nor is anybody who may not see everything where no issue is named.
 */
type ByItself = { because?: string; issue?: number }
type Epic = { number: number; title: string }
type HandedEpic = Epic & { from: PersonRef; to: PersonRef }

const TEXTS = ['title', 'description'] as const
const lead = ({ number }: Epic) => [`epic ${number} lead`]
const state = ({ number }: Epic) => [`epic ${number} state`]

export const epicEvents = {
  'epic.created': event<Epic & { description: string; techLead: PersonRef | null }>({
    sentence: ({ title }) => `created the epic “${title}”`,
    things: ({ number }) => [`epic ${number}`],
  }),
  'epic.edited': event<{
    number: number
    title?: Change<string>
    description?: Change<string>
    version: number
  }>({
    sentence: ({ title, description }, it) => {
      const name = title ? `renamed the epic “${title.from}” to “${title.to}”` : ''
      if (!description) return name
      return name ? `${name} and edited its description` : `edited the description of ${it}`
    },
    things: (data) => TEXTS.filter((text) => data[text]).map((text) => `epic ${data.number} ${text}`),
  }),
  'epic.tech_lead_set': event<Change<PersonRef | null> & Epic>({
    sentence: ({ title, to }) =>
      to ? `made ${to.name} the tech lead of “${title}”` : `left “${title}” without a tech lead`,
    things: lead,
  }),
  'epic.closed': event<Epic & ByItself>({
    sentence: ({ title, because }) => `closed the epic “${title}”${reason(because)}`,
    things: state,
  }),
  'epic.reopened': event<Epic & ByItself>({
    sentence: ({ title, because }) => `reopened the epic “${title}”${reason(because)}`,
    things: state,
  }),
  /** At once, by the EM; `asked` was asked to take over before, and no longer has to answer. */
  'epic.handed_over': event<HandedEpic & { context: string; asked: PersonRef | null }>({
    sentence: ({ title, from, to }) => `handed “${title}” over from ${from.name} to ${to.name}`,
    things: lead,
    tells: ({ from, to, asked }) => ({
      named: [{ person: to.id, kind: 'dri_given' }, ...followers(from, asked)],
      watchers: false,
    }),
  }),
  /** Until it is accepted, `from` stays the tech lead. */
  'epic.hand_over_offered': event<HandedEpic & { context: string }>({
    sentence: ({ title, to }) => `asked ${to.name} to take over “${title}”`,
    things: lead,
    tells: ({ from, to }) => ({
      named: [{ person: to.id, kind: 'hand_over' }, ...followers(from)],
      watchers: false,
    }),
  }),
  /** `by` offered it. */
  'epic.hand_over_accepted': lasting<HandedEpic & { by: PersonRef; context: string }>({
    sentence: ({ title, from }) => `took over “${title}” from ${from.name}`,
    things: lead,
    tells: ({ from, by }) => ({ named: followers(from, by), watchers: false }),
    never: 'Ask for a hand-over in the other direction instead.',
  }),
  'epic.hand_over_declined': lasting<HandedEpic & { by: PersonRef; reason: string }>({
    sentence: ({ title, from, reason: because }) =>
      `declined to take over “${title}” from ${from.name}${reason(because)}`,
    things: lead,
    tells: ({ from, by }) => ({ named: followers(from, by), watchers: false }),
    never: 'The tech lead has read your answer. Ask them to hand it over again.',
  }),
  'epic.hand_over_withdrawn': lasting<HandedEpic>({
    sentence: ({ title, to }) => `withdrew the hand-over of “${title}” to ${to.name}`,
    things: lead,
    tells: ({ from, to }) => ({ named: followers(from, to), watchers: false }),
    never: 'Hand it over again instead.',
  }),
}

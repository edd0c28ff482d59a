import type { Change, PersonRef } from '../event-refs.ts'
import { event, reason } from './row.ts'

/**
 * `because` is said when an epic closed or opened by itself, over what became of `issue`: whoever may not see that one
 * is not told why, nor is anybody who may not see everything where no issue is named.
 */
type ByItself = { because?: string; issue?: number }
type Epic = { number: number; title: string }

const TEXTS = ['title', 'description'] as const
const state = ({ number }: Epic) => [`epic ${number} state`]

export const epicEvents = {
  'epic.created': event<Epic & { description: string; techLead: PersonRef | null }>({
    told: ({ title }) => `created the epic “${title}”`,
    things: ({ number }) => [`epic ${number}`],
  }),
  'epic.edited': event<{
    number: number
    title?: Change<string>
    description?: Change<string>
    version: number
  }>({
    told: ({ title, description }, it) => {
      const name = title ? `renamed the epic “${title.from}” to “${title.to}”` : ''
      if (!description) return name
      return name ? `${name} and edited its description` : `edited the description of ${it}`
    },
    things: (data) => TEXTS.filter((text) => data[text]).map((text) => `epic ${data.number} ${text}`),
  }),
  'epic.tech_lead_set': event<Change<PersonRef | null> & Epic>({
    told: ({ title, to }) =>
      to ? `made ${to.name} the tech lead of “${title}”` : `left “${title}” without a tech lead`,
    things: ({ number }) => [`epic ${number} lead`],
  }),
  'epic.closed': event<Epic & ByItself>({
    told: ({ title, because }) => `closed the epic “${title}”${reason(because)}`,
    things: state,
  }),
  'epic.reopened': event<Epic & ByItself>({
    told: ({ title, because }) => `reopened the epic “${title}”${reason(because)}`,
    things: state,
  }),
}

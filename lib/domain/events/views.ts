import type { Change } from '../event-refs.ts'
import { event } from './row.ts'

type View = { id: number; title: string; place: string; query: string }

export const viewEvents = {
  'view.saved': event<View>({ sentence: ({ title }) => `saved the view “${title}” for the group` }),
  'view.changed': event<Change<string> & { id: number; query: Change<string> }>({
    sentence: ({ from, to }) =>
      from === to ? `changed what the view “${to}” shows` : `renamed the view “${from}” to “${to}”`,
  }),
  'view.removed': event<View>({ sentence: ({ title }) => `removed the view “${title}”` }),
}

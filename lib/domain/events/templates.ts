import type { Change } from '../event-refs.ts'
import type { Template } from '../templates.ts'
import { event } from './row.ts'

export const templateEvents = {
  'template.created': event<Template & { id: number }>({
    sentence: ({ title }) => `added the template “${title}”`,
  }),
  'template.edited': event<Change<Template> & { id: number }>({
    sentence: ({ from, to }) =>
      from.title === to.title
        ? `edited the template “${to.title}”`
        : `renamed the template “${from.title}” to “${to.title}”`,
  }),
  'template.removed': event<Template & { id: number; position: number }>({
    sentence: ({ title }) => `removed the template “${title}”`,
  }),
}

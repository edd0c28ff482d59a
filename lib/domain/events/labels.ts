import type { Change } from '../event-refs.ts'
import { event, listed } from './row.ts'

export type LabelData = {
  id: number
  title: string
  meaning: string | null
  description: string
  hue: number
  sample: boolean
}

/** `changed`: of its hue, description and meaning. */
type Changed = { id: number; title: string; changed: string[] } & Change<
  Pick<LabelData, 'description' | 'hue' | 'meaning'>
>

export const labelEvents = {
  'label.created': event<LabelData>({ sentence: ({ title }) => `created the label ~${title}` }),
  'label.renamed': event<Change<string> & { id: number }>({
    sentence: ({ from, to }) => `renamed the label ~${from} to ~${to}`,
    things: ({ id }) => [`label ${id} title`],
  }),
  'label.changed': event<Changed>({
    sentence: ({ title, changed }) => `changed the ${listed(changed)} of the label ~${title}`,
    things: ({ id, changed }) => changed.map((field) => `label ${id} ${field}`),
  }),
  'label.removed': event<LabelData>({ sentence: ({ title }) => `removed the label ~${title}` }),
}

import type { Change } from '../event-refs.ts'
import { event, listed } from './row.ts'

export type LabelKept = {
  id: number
  title: string
  meaning: string | null
  description: string
  hue: number
  sample: boolean
}

/** `changed`: of its hue, description and meaning. */
type Changed = { id: number; title: string; changed: string[] } & Change<
  Pick<LabelKept, 'description' | 'hue' | 'meaning'>
>

export const labelEvents = {
  'label.created': event<LabelKept>({ told: ({ title }) => `created the label ~${title}` }),
  'label.renamed': event<Change<string> & { id: number }>({
    told: ({ from, to }) => `renamed the label ~${from} to ~${to}`,
    things: ({ id }) => [`label ${id} title`],
  }),
  'label.changed': event<Changed>({
    told: ({ title, changed }) => `changed the ${listed(changed)} of the label ~${title}`,
    things: ({ id, changed }) => changed.map((field) => `label ${id} ${field}`),
  }),
  'label.removed': event<LabelKept>({ told: ({ title }) => `removed the label ~${title}` }),
}

import type { Empty, PersonRef } from '../event-refs.ts'
import { named } from '../telling.ts'
import { event, listed } from './row.ts'

/** Of an issue too, which they name; they touch nothing of it but the weight on which people agree in the end. */
export const weighingEvents = {
  /** `asked` are handles, for notifications. */
  'weighing.opened': event<{ asked: string[]; people: PersonRef[] }>({
    sentence: ({ people }, it) => `asked ${listed(people.map(({ name }) => name))} to estimate ${it}`,
    things: () => ['weighing'],
    tells: ({ asked }) => named('weighing_asked', asked),
  }),
  /** The actor is who gave a weight; before the reveal no event holds which. */
  'weighing.voted': event<{ again: boolean }>({
    sentence: ({ again }, it) => `${again ? 'changed their' : 'gave a'} hidden weight for ${it}`,
    things: () => ['weighing vote'],
  }),
  'weighing.revealed': event<{ weights: { person: PersonRef; weight: number }[] }>({
    sentence: ({ weights }, it) =>
      `revealed the weights of ${it}: ${listed(weights.map(({ person, weight }) => `${person.name} ${weight}`))}`,
    things: () => ['weighing reveal'],
  }),
  'weighing.agreed': event<{ weight: number }>({
    sentence: ({ weight }, it) => `agreed on weight ${weight} for ${it}`,
    things: () => ['weighing agreement'],
  }),
  'weighing.abandoned': event<Empty>({
    sentence: (_, it) => `canceled the estimation of ${it}`,
    things: () => ['weighing end'],
  }),
}

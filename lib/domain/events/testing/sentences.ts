import { expect, test } from 'vitest'

import type { EventData, EventType } from '../../events.ts'
import { narrate } from '../../narration.ts'

/** What an event may hold, and the sentence in which a person reads it. */
type Example<T extends EventType> = readonly [EventData<T>, string]

/** Tests the sentences of a noun's events, all of them, because the type says so. */
export function expectSentences<T extends EventType>(
  _events: Record<T, unknown>,
  examples: { [One in T]: Example<One> },
): void {
  for (const type in examples) {
    test(`${type} has its sentence`, () => {
      const [data, sentence] = examples[type]
      expect(narrate({ type, data, actorName: 'Julie Huang' })).toBe(`Julie Huang ${sentence}.`)
    })
  }
}

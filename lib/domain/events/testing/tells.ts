import { expect, test } from 'vitest'

import type { EventData } from '../../events.ts'
import type { GroupEventType } from '../../group-events.ts'
import { narrate } from '../../narration.ts'

/** What an event may hold, and the sentence in which a person reads it. */
type Told<T extends GroupEventType> = readonly [EventData<T>, string]

/** Tests that the events of a noun are told as they should be, all of them, because the type says so. */
export function tells<T extends GroupEventType>(
  _events: Record<T, unknown>,
  told: { [One in T]: Told<One> },
): void {
  for (const type in told) {
    test(`${type} is told in one sentence`, () => {
      const [data, sentence] = told[type]
      expect(narrate({ type, data, actorName: 'Julie Huang' })).toBe(`Julie Huang ${sentence}.`)
    })
  }
}

import type { Hotkey } from '#components/shell/hotkeys.ts'
import { OUTCOME_KEYS, OUTCOME_TITLES, SYNC_OUTCOMES } from '#lib/domain/syncs/outcomes.ts'

/** The keys of an item of the agenda: by its outcomes, then what is done with it as a whole. */
export const SYNC_ITEM: readonly Pick<Hotkey, 'keys' | 'what'>[] = [
  ...SYNC_OUTCOMES.flatMap((one) => {
    const letter = OUTCOME_KEYS[one]
    return letter ? [{ keys: [letter.toLowerCase()], what: OUTCOME_TITLES[one] }] : []
  }),
  { keys: ['s'], what: 'Skip: it comes back at the end' },
  { keys: ['mod+enter'], what: 'Record the outcome' },
  { keys: ['Escape'], what: 'Close the outcome' },
]

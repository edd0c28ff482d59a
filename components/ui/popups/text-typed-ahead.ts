type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'repeat' | 'getModifierState'>

/**
 * What was typed before its field was there: how many characters to take away in front of it, the text, and the keys after
 * it that lead through a menu. A letter more makes another choice of the menu, and those keys void.
 */
export type TypedAhead = { erased: number; text: string; steps: readonly string[] }

export const NOTHING_TYPED: TypedAhead = { erased: 0, text: '', steps: [] }

const STEPS: ReadonlySet<string> = new Set(['ArrowUp', 'ArrowDown', 'Home', 'End', 'Enter'])

/** Keys that act on a page or on what has the focus; the others, such as F5 and Shift, are the browser's own. */
const HELD: ReadonlySet<string> = new Set(['Tab', 'Delete', 'PageUp', 'PageDown', 'ArrowLeft', 'ArrowRight'])

/** What has been typed after one key more; null for a key that is not held back. */
export function typedOn(before: TypedAhead, press: Press): TypedAhead | null {
  const { key, ctrlKey, metaKey, altKey, repeat } = press
  // an event that a browser makes up when it fills a field in has no key
  if (typeof key !== 'string' || metaKey) return null
  // AltGr says Ctrl and Alt on Windows, and writes a character all the same
  if (ctrlKey && !(altKey && press.getModifierState('AltGraph'))) return null
  if (key === 'Backspace') return erasedOne(before)
  if (STEPS.has(key)) return repeat ? before : { ...before, steps: [...before.steps, key] }
  if (HELD.has(key)) return before
  if ([...key].length !== 1) return null
  // the key that asked, still held down
  return repeat && before === NOTHING_TYPED ? before : { ...before, text: before.text + key, steps: [] }
}

function erasedOne({ erased, text }: TypedAhead): TypedAhead {
  return text === ''
    ? { erased: erased + 1, text, steps: [] }
    : { erased, text: [...text].slice(0, -1).join(''), steps: [] }
}

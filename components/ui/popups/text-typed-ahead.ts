type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'repeat' | 'getModifierState'>

/** What was typed before its field was there: how many characters to take away in front of it, and the text. */
export type TypedAhead = { erased: number; text: string }

export const NOTHING_TYPED: TypedAhead = { erased: 0, text: '' }

/** Keys that act on a page or on what has the focus; the others, such as F5 and Shift, are the browser's own. */
const HELD: ReadonlySet<string> = new Set([
  'Enter',
  'Tab',
  'Delete',
  'Home',
  'End',
  'PageUp',
  'PageDown',
  'ArrowUp',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
])

/** What has been typed after one key more; null for a key that is not held back. */
export function typedOn(before: TypedAhead, press: Press): TypedAhead | null {
  const { key, ctrlKey, metaKey, altKey, repeat } = press
  // an event that a browser makes up when it fills a field in has no key
  if (typeof key !== 'string' || metaKey) return null
  // AltGr says Ctrl and Alt on Windows, and writes a character all the same
  if (ctrlKey && !(altKey && press.getModifierState('AltGraph'))) return null
  if (key === 'Backspace') return erasedOne(before)
  if (HELD.has(key)) return before
  if ([...key].length !== 1) return null
  // the key that asked, still held down
  return repeat && before === NOTHING_TYPED ? before : { ...before, text: before.text + key }
}

function erasedOne({ erased, text }: TypedAhead): TypedAhead {
  return text === '' ? { erased: erased + 1, text } : { erased, text: [...text].slice(0, -1).join('') }
}

type Press = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'getModifierState'
>

type Signed = Pick<Press, 'key' | 'code' | 'shiftKey'>

/** `isCapital`: a letter with Shift, which is another key than the letter alone. */
export type Pressed = { key: string; isCapital: boolean }

/**
 * A press by the sign that it makes, wherever that lies on the keyboard: `/` is Shift-7 in Germany, `[` is AltGr-8. On a
 * keyboard that writes no Latin letters a letter is where it lies, as it is printed there too. Null for what belongs to
 * the browser or to the system, and for the event that a browser makes up when it fills a field in.
 */
export function keyOfEvent(press: Press, isMac: boolean, isLatin = true): Pressed | null {
  const { ctrlKey, metaKey, altKey, shiftKey } = press
  if (typeof press.key !== 'string') return null
  const key = signOf(press, isLatin)
  if (!makesSign(press, key, isMac) && (ctrlKey || metaKey || altKey)) {
    // the one modifier of this computer, alone
    const isMod = !altKey && !shiftKey && (isMac ? metaKey && !ctrlKey : ctrlKey && !metaKey)
    if (isMod) return { key: `mod+${key.toLowerCase()}`, isCapital: false }
    // Alt with an arrow to the side is the browser's own way back
    const isAlt = altKey && !ctrlKey && !metaKey && !shiftKey && /^Arrow(?:Up|Down)$/.test(key)
    return isAlt ? { key: `alt+${key}`, isCapital: false } : null
  }
  if (key.length !== 1) return { key, isCapital: false }
  return { key: key.toLowerCase(), isCapital: shiftKey && key.toLowerCase() !== key.toUpperCase() }
}

/** Whether a key tells that its keyboard writes Latin letters; null where it tells nothing. */
export function writesLatin({ key }: Pick<Press, 'key'>): boolean | null {
  if (typeof key !== 'string') return null
  if (isForeign(key)) return false
  return /^[a-z]$/i.test(key) ? true : null
}

/** One letter of another script, or several on one key, as لا is in Arabic. */
const isForeign = (key: string) => /^\p{L}+$/u.test(key) && !/\p{Script=Latin}/u.test(key)

/** What an input method takes for itself before it says which letter it became. */
const UNSAID: ReadonlySet<string> = new Set(['Process', 'Unidentified'])

/** The signs that lie where other scripts have letters. */
const SIGNS: Record<string, string> = { Period: '.', Slash: '/', BracketLeft: '[' }

/** The letter of a key where it writes none of ours, else what it writes. */
export function signOf({ key, code, shiftKey }: Signed, isLatin = true): string {
  const letter = /^Key([A-Z])$/.exec(code)?.[1]
  const isElsewhere = isForeign(key) || UNSAID.has(key)
  // in Hebrew the key of W writes an apostrophe, as another key does on Dvorak: the letters around it tell them apart
  if (letter && (isElsewhere || (!isLatin && key.length === 1 && key !== '/')))
    return shiftKey ? letter : letter.toLowerCase()
  return (isElsewhere && SIGNS[code]) || key
}

/** Whether the modifiers are there to reach a sign of the third level: AltGr, on a Mac Option. */
function makesSign(press: Press, key: string, isMac: boolean): boolean {
  const { ctrlKey, metaKey, altKey } = press
  if (!/^[!-/:-@[-`{-~]$/.test(key)) return false
  return isMac ? altKey && !ctrlKey && !metaKey : press.getModifierState('AltGraph')
}

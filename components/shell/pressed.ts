type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'getModifierState'>

/** `isCapital`: a letter with Shift, which is another key than the letter alone. */
export type Pressed = { key: string; isCapital: boolean }

/**
 * A press by the sign that it makes, wherever that lies on the keyboard: `/` is Shift-7 in Germany, `[` is AltGr-8.
 * Null for what belongs to the browser or to the system.
 */
export function pressed(press: Press, isMac: boolean): Pressed | null {
  const { key, ctrlKey, metaKey, altKey, shiftKey } = press
  if (!makesSign(press, isMac) && (ctrlKey || metaKey || altKey)) {
    // the one modifier of this computer, alone
    const isMod = !altKey && !shiftKey && (isMac ? metaKey && !ctrlKey : ctrlKey && !metaKey)
    return isMod ? { key: `mod+${key.toLowerCase()}`, isCapital: false } : null
  }
  if (key.length !== 1) return { key, isCapital: false }
  return { key: key.toLowerCase(), isCapital: shiftKey && key.toLowerCase() !== key.toUpperCase() }
}

/** Whether the modifiers are there to reach a sign of the third level: AltGr, on a Mac Option. */
function makesSign(press: Press, isMac: boolean): boolean {
  const { key, ctrlKey, metaKey, altKey } = press
  if (!/^[!-/:-@[-`{-~]$/.test(key)) return false
  return isMac ? altKey && !ctrlKey && !metaKey : press.getModifierState('AltGraph')
}

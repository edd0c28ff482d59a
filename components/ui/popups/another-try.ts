/** Calls `again` when what could not be fetched is worth another try: with the network back, and at the next press. */
export function onAnotherTry(again: () => void): () => void {
  const signs = ['online', 'keydown', 'pointerdown'] as const
  for (const sign of signs) window.addEventListener(sign, again)
  return () => {
    for (const sign of signs) window.removeEventListener(sign, again)
  }
}

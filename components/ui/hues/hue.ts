import type { CSSProperties } from 'react'

/** A hue of 0–359 for the utilities `hue` and `hue-dot`. */
export function hueStyle(hue: number): CSSProperties {
  // safe because a custom property is a valid style, which the type of React does not know
  return { '--h': hue } as CSSProperties
}

/** The same hue for the same text, spread round the circle so that similar handles look different. */
export function hueOf(text: string): number {
  let hash = 7
  for (const char of text) hash = (hash * 31 + (char.codePointAt(0) ?? 0)) % 100_003
  return Math.round(hash * 137.508) % 360
}

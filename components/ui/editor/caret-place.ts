const SHARED = [
  'boxSizing',
  'width',
  'borderTopWidth',
  'borderRightWidth',
  'borderBottomWidth',
  'borderLeftWidth',
  'paddingTop',
  'paddingRight',
  'paddingBottom',
  'paddingLeft',
  'fontFamily',
  'fontSize',
  'fontStyle',
  'fontWeight',
  'fontFeatureSettings',
  'letterSpacing',
  'lineHeight',
  'tabSize',
  'textIndent',
] as const

/**
 * Where a character of a text area stands on the screen. No browser tells, so that a copy of the text is laid out in
 * the same way, unseen, and asked instead.
 */
export function caretPlace(
  area: HTMLTextAreaElement,
  at: number,
): { left: number; top: number; bottom: number } {
  const look = getComputedStyle(area)
  const twin = document.createElement('div')
  for (const name of SHARED) twin.style[name] = look[name]
  Object.assign(twin.style, {
    position: 'fixed',
    visibility: 'hidden',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'break-word',
  })
  twin.textContent = area.value.slice(0, at)
  const mark = document.createElement('span')
  mark.textContent = '.'
  twin.append(mark)
  document.body.append(twin)
  const [box, own] = [area.getBoundingClientRect(), twin.getBoundingClientRect()]
  const spot = mark.getBoundingClientRect()
  twin.remove()
  const top = Math.min(Math.max(box.top + spot.top - own.top - area.scrollTop, box.top), box.bottom)
  return { left: box.left + spot.left - own.left, top, bottom: Math.min(top + spot.height, box.bottom + 4) }
}

/** The time zones that the browser knows, with `own` among them whatever it is called. */
export function zonesWith(own: string): readonly (readonly [value: string, label: string])[] {
  const names = new Set(['UTC', own, ...Intl.supportedValuesOf('timeZone')])
  return [...names].toSorted().map((name) => [name, name.replaceAll('_', ' ')] as const)
}

type Value = string | number | null | undefined

/** What an event says of one thing that had a value, or has one now. */
export function changed(what: string, from: Value, to: Value, it: string): string {
  if (to === null || to === undefined)
    return `removed the ${what}${from == null ? '' : ` ${from}`} from ${it}`
  return from === null || from === undefined
    ? `set the ${what} of ${it} to ${to}`
    : `changed the ${what} of ${it} from ${from} to ${to}`
}

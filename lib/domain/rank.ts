/**
 * Places in an order as text: read a rank as the digits of a base-62 fraction between 0 and 1. Between any two there is
 * always another, so a card moves without touching its neighbours. Compared byte by byte: `collate "C"` in the
 * database, `<` here. A rank never ends in '0', so each fraction has one spelling.
 */
const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const BASE = DIGITS.length

/** The orders in which a group keeps its issues: the one that PM and EM curate for planning, and that of all other boards. */
export const ORDERS = ['group', 'planning'] as const
export type Order = (typeof ORDERS)[number]

/** Longer ranks still work; a list that grew one is worth spreading anew with `ranksBetween`. */
export const LONG_RANK = 48

export function isRank(text: string): boolean {
  return /^[0-9A-Za-z]*[1-9A-Za-z]$/.test(text)
}

/** Negative, zero or positive, in the order of the database. */
export function compareRanks(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

/**
 * A rank strictly between two neighbours; null is the open end.
 * @throws RangeError when a neighbour is no rank or they are not in order
 */
export function rankBetween(before: string | null, after: string | null): string {
  insistOnOrder(before, after)
  if (after === null) return before === null ? digit(BASE >> 1) : stepUp(before)
  return before === null ? stepDown(after) : middle(before, after)
}

/**
 * `n` ranks strictly between two neighbours, in order and evenly spread: for inserting many, and for spreading a
 * crowded list anew.
 * @throws RangeError as `rankBetween`
 */
export function ranksBetween(before: string | null, after: string | null, n: number): string[] {
  insistOnOrder(before, after)
  let width = Math.max(before?.length ?? 0, after?.length ?? 0, 1)
  let low = fraction(before ?? '', width)
  let high = after === null ? BigInt(BASE) ** BigInt(width) : fraction(after, width)
  while (high - low <= BigInt(n)) {
    width += 1
    low *= BigInt(BASE)
    high *= BigInt(BASE)
  }
  const room = high - low
  return Array.from({ length: n }, (_, i) => spell(low + (room * BigInt(i + 1)) / BigInt(n + 1), width))
}

/** The first digit in which the two part decides: halfway there, or one digit deeper. */
function middle(before: string, after: string): string {
  let at = 0
  while (valueAt(before, at) === valueAt(after, at)) at += 1
  const [low, high] = [valueAt(before, at), valueAt(after, at)]
  const common = after.slice(0, at)
  if (high - low > 1) return common + digit((low + high) >> 1)
  if (after.length > at + 1) return common + digit(high)
  return common + digit(low) + above(before.slice(at + 1))
}

/** Halfway between a fraction and 1. */
function above(rest: string): string {
  let at = 0
  while (valueAt(rest, at) === BASE - 1) at += 1
  return rest.slice(0, at) + digit((valueAt(rest, at) + BASE + 1) >> 1)
}

/**
 * Appending counts upwards instead of halving what is left: each leading 'z' buys two more digits to count with, so a
 * hundred thousand cards added at the end still have ranks of five digits.
 */
function stepUp(rank: string): string {
  const width = 2 * leading(rank, BASE - 1) + 1
  return spell(fraction(rank, width) + 1n, width)
}

/** Prepending counts downwards, each leading '0' buying two more digits. */
function stepDown(rank: string): string {
  const zeros = leading(rank, 0)
  const width = 2 * zeros + 1
  const whole = fraction(rank, width)
  if (rank.length > width) return spell(whole, width)
  if (whole === 1n) return `${'0'.repeat(width)}${digit(BASE - 1).repeat(width + 1)}`
  return spell(whole - 1n, width)
}

function leading(rank: string, value: number): number {
  let count = 0
  while (count < rank.length && valueAt(rank, count) === value) count += 1
  return count
}

/** The first `width` digits as a whole number. */
function fraction(rank: string, width: number): bigint {
  let whole = 0n
  for (let at = 0; at < width; at += 1) whole = whole * BigInt(BASE) + BigInt(valueAt(rank, at))
  return whole
}

/** The rank of a whole number over 62^width. */
function spell(whole: bigint, width: number): string {
  let text = ''
  let left = whole
  for (let at = 0; at < width; at += 1) {
    text = digit(Number(left % BigInt(BASE))) + text
    left /= BigInt(BASE)
  }
  return text.replace(/0+$/, '')
}

function valueAt(rank: string, at: number): number {
  return at < rank.length ? DIGITS.indexOf(rank.charAt(at)) : 0
}

function digit(value: number): string {
  return DIGITS.charAt(value)
}

function insistOnOrder(before: string | null, after: string | null): void {
  for (const rank of [before, after]) {
    if (rank !== null && !isRank(rank)) throw new RangeError(`${JSON.stringify(rank)} is not a rank`)
  }
  if (before !== null && after !== null && before >= after) {
    throw new RangeError(`There is no rank between ${before} and ${after}`)
  }
}

const SMALL = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

/** Small counts in words, as sentences have them; above ten in digits. */
export const smallCount = (value: number): string => SMALL[value] ?? String(value)

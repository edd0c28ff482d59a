/** Why an event is no absence, in a sentence for the review. */
export const LEFT_OUT = {
  not_readable: 'Not readable.',
  recurrence_not_supported: 'Repeats in a way that Saydo does not support.',
  zone_unknown: 'Its time zone is unknown.',
  cancelled: 'Cancelled in the file.',
  free: 'Marked as free in your calendar.',
  short: 'Shorter than three hours.',
  midday: 'Shorter than six hours, and neither a morning nor an afternoon.',
  off_hours: 'Outside of working hours.',
  out_of_range: 'More than three months ago, or more than three years ahead.',
  too_long: 'Longer than a year.',
  too_many: 'Repeats too often: only the first occurrences are listed.',
} as const
export type LeftOutCode = keyof typeof LEFT_OUT

// safe because these are its own keys
export const LEFT_OUT_CODES = Object.keys(LEFT_OUT) as LeftOutCode[]

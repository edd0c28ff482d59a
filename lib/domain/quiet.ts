/** Days of silence after which work in hand is asked about: a week, and a day to write. */
export const QUIET_DAYS = 8

import { pino } from 'pino'

/** One JSON line an entry, on standard output. Never a body, a cookie or a token. */
export const log = pino({ level: process.env.LOG_LEVEL ?? 'info', base: undefined })

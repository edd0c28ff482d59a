import { COLLECTED, merged } from './collected.ts'
import type { Row } from './requests.ts'

/** Who may do what, and what a valid request input: a row for each endpoint of the contract. */
export const PERMITTED: Record<string, Row> = merged(COLLECTED.map(({ rows }) => rows))

import type { WorkType } from '../labels.ts'
import type { State } from '../workflow.ts'
import type { Stay } from './stays.ts'

/** An issue with all its stays until now. */
export type Worked = {
  ref: number
  title: string
  /** Slug of its functional team. */
  team: string | null
  type: WorkType | null
  stays: readonly Stay[]
  /** When it was closed as done, in milliseconds; null while it is open, and where it was closed otherwise. */
  doneAt: number | null
}

/** Columns of work in hand, in the order in which it goes through them; blocked stands apart, at the end. */
export const WORK_COLUMNS = [
  'ready-for-development',
  'in-dev',
  'in-review',
  'verification',
  'awaiting-security-release',
  'complete',
  'blocked',
] as const satisfies readonly State[]
export type WorkColumn = (typeof WORK_COLUMNS)[number]

export const isWorkColumn = (stage: string): stage is WorkColumn =>
  WORK_COLUMNS.some((column) => column === stage)

import type { UpdateDraft } from '#lib/contract/updates.ts'
import { Refused } from '#lib/http/call.ts'

import { readFields } from './draft-fields.ts'

/**
 * What became of a draft on another device that this one has not seen: the other version, or that it is `gone`, posted or
 * discarded. Null where something else went wrong.
 */
export function staleDraft(error: unknown): UpdateDraft | 'gone' | null {
  if (!(error instanceof Refused) || error.problem.code !== 'stale') return null
  const { theirs, version, savedAt } = error.problem
  if (typeof theirs !== 'object' || theirs === null) return 'gone'
  const fields = readFields(JSON.stringify(theirs))
  if (fields === null || typeof version !== 'number' || typeof savedAt !== 'string') return null
  return { ...fields, version, savedAt }
}

import type { FactName } from '#lib/domain/facts/names.ts'
import { confidentialLook } from './confidential.tsx'
import { dueLook } from './due.tsx'
import { healthLook } from './health.tsx'
import type { Look } from './look.tsx'

/** Each fact on the page of its issue. */
export const LOOKS: Record<FactName, Look> = {
  health: healthLook,
  due: dueLook,
  confidential: confidentialLook,
}

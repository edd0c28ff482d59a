import type { Refusal } from '#lib/kit/refusal.ts'

/** What a refusal tells a person; null where nothing is refused. */
export const because = (refusal: Refusal | null): string | null => refusal?.because ?? null

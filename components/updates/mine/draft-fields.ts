import type { MySubject } from '#lib/contract/updates.ts'
import { CONFIDENCES, confidenceText } from '#lib/domain/confidence.ts'
import type { Confidence } from '#lib/domain/confidence.ts'
import { isVisible } from '#lib/kit/visible.ts'

export const TEXTS = ['progress', 'blockers', 'next'] as const
export type TextName = (typeof TEXTS)[number]

/** What a person writes of one subject. */
export type DraftFields = Record<TextName, string> & { confidence: Confidence | null }

/** As a device keeps it. */
export const writtenFields = ({ progress, blockers, next, confidence }: DraftFields): string =>
  JSON.stringify({ progress, blockers, next, confidence })

/** Null for what is no such draft. */
export function readFields(text: string): DraftFields | null {
  let found: unknown
  try {
    found = JSON.parse(text)
  } catch {
    return null
  }
  if (typeof found !== 'object' || found === null) return null
  const values = new Map<string, unknown>(Object.entries(found))
  const [progress, blockers, next] = TEXTS.map((name) => values.get(name))
  if (typeof progress !== 'string' || typeof blockers !== 'string' || typeof next !== 'string') return null
  const confidence = CONFIDENCES.find((one) => one === values.get('confidence')) ?? null
  return { progress, blockers, next, confidence }
}

export const sameFields = (one: DraftFields, other: DraftFields): boolean =>
  writtenFields(one) === writtenFields(other)

/** Spaces at the ends are not posted. */
export const saysTheSame = (one: DraftFields, other: DraftFields): boolean =>
  one.confidence === other.confidence && TEXTS.every((name) => one[name].trim() === other[name].trim())

type Known = Pick<MySubject, 'draft' | 'update' | 'proposed'>

/** What stands in the fields before anything is typed: the draft, what was posted, or what is proposed. */
export function fieldsOf({ draft, update, proposed }: Known): DraftFields {
  const { progress, blockers, next, confidence } = draft ??
    update ?? { progress: proposed, blockers: '', next: '', confidence: null }
  return { progress, blockers, next, confidence }
}

/** Why an update is not posted with the others yet; null where it is ready. */
export function whyNotReady({ progress, confidence }: DraftFields): string | null {
  const missing = [
    ...(isVisible(progress) ? [] : ['write the progress']),
    ...(confidence === null ? ['choose a confidence'] : []),
  ]
  return missing.length === 0 ? null : missing.join(' and ')
}

/** The whole draft as one text, to be laid beside another version of it. */
export const draftText = ({ progress, blockers, next, confidence }: DraftFields): string =>
  [
    `Progress: ${progress}`,
    `Blockers: ${blockers}`,
    `Next: ${next}`,
    `Confidence: ${confidence === null ? 'not chosen' : confidenceText(confidence)}`,
  ].join('\n')

import type { Overview } from '#lib/contract/milestone-overview.ts'
import { type Confidence, CONFIDENCES, confidenceWords } from '#lib/domain/confidence.ts'

type Subject = NonNullable<Overview['confidence']>[number]

export type ConfidenceCount = { id: Confidence | 'none'; words: string; subjects: readonly Subject[] }

/** From the least sure on, and last those without an update; what holds nothing is left out. */
export function countedByConfidence(all: readonly Subject[]): ConfidenceCount[] {
  const counts: ConfidenceCount[] = [
    ...CONFIDENCES.map((one) => ({
      id: one,
      words: confidenceWords(one),
      subjects: all.filter(({ confidence }) => confidence === one),
    })),
    { id: 'none', words: 'No update yet', subjects: all.filter(({ confidence }) => confidence === null) },
  ]
  return counts.filter(({ subjects }) => subjects.length > 0)
}

import type { Overview } from '#lib/contract/milestone-overview.ts'
import { type Confidence, CONFIDENCES, confidenceWords } from '#lib/domain/confidence.ts'

type Subject = NonNullable<Overview['confidence']>[number]

export type ConfidenceCount = {
  id: Confidence | 'none'
  words: string
  subjects: readonly Subject[]
  issues: number
  epics: number
}

/** From the least sure on, and last those without an update; what holds nothing is left out. */
export function countedByConfidence(all: readonly Subject[]): ConfidenceCount[] {
  const counts = [
    ...CONFIDENCES.map((one) => ({
      id: one,
      words: confidenceWords(one),
      subjects: all.filter(({ confidence }) => confidence === one),
    })),
    {
      id: 'none' as const,
      words: 'No update yet',
      subjects: all.filter(({ confidence }) => confidence === null),
    },
  ]
  return counts
    .filter(({ subjects }) => subjects.length > 0)
    .map((one) => {
      const epics = one.subjects.filter(({ kind }) => kind === 'epic').length
      return { ...one, issues: one.subjects.length - epics, epics }
    })
}

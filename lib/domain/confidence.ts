/** How sure a DRI is that the current milestone is kept, from the least on; set by a person alone. */
export const CONFIDENCES = ['not', 'slightly', 'very'] as const
export type Confidence = (typeof CONFIDENCES)[number]

/** The handbook’s words, and the sign by which its updates show them. */
const SAID: Record<Confidence, { words: string; emoji: string }> = {
  not: { words: 'Not confident', emoji: '🔴' },
  slightly: { words: 'Slightly confident', emoji: '🟡' },
  very: { words: 'Very confident', emoji: '🟢' },
}

export const confidenceWords = (confidence: Confidence): string => SAID[confidence].words

export const confidenceEmoji = (confidence: Confidence): string => SAID[confidence].emoji

/** As the handbook writes it: “🟡 Slightly confident”. */
export const confidenceText = (confidence: Confidence): string =>
  `${SAID[confidence].emoji} ${SAID[confidence].words}`

/** The handbook’s “Confidence key”. */
export const CONFIDENCE_KEY = `Confidence key: ${CONFIDENCES.map(confidenceText).join(' · ')}`

/** The key that chooses it: 1, 2 or 3. */
export const confidenceOfKey = (key: string): Confidence | null =>
  CONFIDENCES.find((_, at) => key === String(at + 1)) ?? null

/** Negative where `to` is less sure than `from`, zero where it is the same. */
export const confidenceStep = (from: Confidence, to: Confidence): number =>
  CONFIDENCES.indexOf(to) - CONFIDENCES.indexOf(from)

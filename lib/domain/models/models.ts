import type { PlainDate } from '#lib/kit/plain-date.ts'
import type { Refusal } from '#lib/kit/refusal.ts'
import { areAlike, isVisible } from '#lib/kit/visible.ts'

import type { PersonRef } from '../event-refs.ts'

/** Where a model can be offered, from our own use outwards. */
export const OFFERINGS = ['customer_zero', 'com', 'self_managed', 'dedicated'] as const
export type Offering = (typeof OFFERINGS)[number]

const OFFERING_TITLES: Record<Offering, string> = {
  customer_zero: 'Customer Zero',
  com: '.com',
  self_managed: 'Self-Managed',
  dedicated: 'Dedicated',
}
export const offeringTitle = (offering: Offering): string => OFFERING_TITLES[offering]

/** In their own order, each once, however they were given. */
export const offeringsOf = (given: readonly Offering[]): Offering[] =>
  OFFERINGS.filter((one) => given.includes(one))

/** A question of the readiness check; its number stays when its words change. */
export type Question = { id: number; text: string }

/** Handbook › Pushing back: "New model onboarding goes through a lightweight readiness check". A group can change these. */
export const FIRST_QUESTIONS: readonly Question[] = [
  { id: 1, text: 'Is the documentation complete?' },
  { id: 2, text: 'Are known issues resolved?' },
  { id: 3, text: 'Is support equipped to handle tickets?' },
]
const MOST_QUESTIONS = 10

export type Verdict = 'yes' | 'no'
export type Answer = {
  verdict: Verdict
  /** An address, or an issue as `#12`; empty where there is none. */
  evidence: string
  /** What to get right first, or what else there is to know. */
  note: string
  /** The last day on which it holds; null for a no, which holds until there is another answer. */
  expiresOn: PlainDate | null
}
/** `asked` is the question as it was put then: changing a question does not rewrite what was answered. */
export type Answered = Answer & { question: number; asked: string }
/** By the engineering manager who answers for it, as they are called. */
export type Waiver = { by: PersonRef; reason: string }

export type ModelFacts = { name: string; offered: readonly Offering[]; note: string; owner: PersonRef | null }

export function whyNotModel({ name }: { name: string }, others: readonly string[]): Refusal | null {
  if (!isVisible(name)) return { code: 'name_missing', because: 'Give the model a name.' }
  if (others.some((other) => areAlike(other, name))) {
    return { code: 'model_exists', because: `The model “${name.trim()}” is already in the register.` }
  }
  return null
}

/** An address of the web, or an issue of the group. */
const EVIDENCE = /^(?:https?:\/\/[^\s<>"]{3,}|#[1-9]\d{0,9})$/i

/** The issue that is named as evidence. */
export const issueOfEvidence = (evidence: string): number | null =>
  evidence.startsWith('#') ? Number(evidence.slice(1)) : null

/** A yes is shown, and holds until a day; a no says what to get right first. */
export function whyNotAnswer(
  { verdict, evidence, note, expiresOn }: Answer,
  today: PlainDate,
): Refusal | null {
  if (evidence !== '' && !EVIDENCE.test(evidence)) {
    return { code: 'evidence_shape', because: 'Give evidence as a link (https://…) or as an issue (#12).' }
  }
  if (verdict === 'no') {
    if (isVisible(note)) return null
    return { code: 'note_missing', because: 'Say what to get right first.' }
  }
  if (evidence === '')
    return { code: 'evidence_missing', because: 'A yes needs evidence: a link or an issue.' }
  if (expiresOn === null) return { code: 'expiry_missing', because: 'Choose the day on which this expires.' }
  if (expiresOn < today) return { code: 'expired', because: `${expiresOn} is over. Choose a later day.` }
  return null
}

export function whyNotQuestions(questions: readonly { text: string }[]): Refusal | null {
  if (questions.length === 0) return { code: 'question_missing', because: 'Keep at least one question.' }
  if (questions.length > MOST_QUESTIONS)
    return { code: 'many_questions', because: `Ask at most ${MOST_QUESTIONS} questions.` }
  const texts = questions.map(({ text }) => text)
  if (!texts.every(isVisible))
    return { code: 'question_empty', because: 'Write each question, or remove it.' }
  const twice = texts.find((text, at) => texts.slice(0, at).some((other) => areAlike(other, text)))
  return twice === undefined
    ? null
    : { code: 'question_twice', because: `“${twice.trim()}” is asked twice. Remove one.` }
}

export function whyNotWaive({ reason }: { reason: string }): Refusal | null {
  return isVisible(reason) ? null : { code: 'reason_missing', because: 'Say why it is waived.' }
}

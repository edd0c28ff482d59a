import { spanTextYear } from '#lib/kit/day-text.ts'
import type { PlainDate } from '#lib/kit/plain-date.ts'
import type { Refusal } from '#lib/kit/refusal.ts'

import { MODEL_NOT_READY } from '../refusal-codes.ts'
import type { Answered, Question, Waiver } from './models.ts'

export const READINESS = ['not_yet', 'waived', 'ready'] as const
export type Readiness = (typeof READINESS)[number]

const TITLES: Record<Readiness, string> = { not_yet: 'Not yet', waived: 'Waived', ready: 'Ready' }
export const readinessTitle = (readiness: Readiness): string => TITLES[readiness]

/** A question that keeps a model from being ready, and why. */
export type Gap = { question: number; text: string; why: 'no' | 'expired' | 'unanswered'; first: string }

type Check = { questions: readonly Question[]; answers: readonly Answered[] }

/** An answer holds through its last day. */
export const isExpired = ({ expiresOn }: Pick<Answered, 'expiresOn'>, today: PlainDate): boolean =>
  expiresOn !== null && expiresOn < today

/** What is missing, in the order of the questions. `today` is the day of the group. */
export const gapsOf = ({ questions, answers }: Check, today: PlainDate): Gap[] =>
  questions.flatMap(({ id, text }) => {
    const answer = answers.find(({ question }) => question === id)
    const gap = gapOf(answer, today)
    return gap ? [{ question: id, text, ...gap }] : []
  })

function gapOf(answer: Answered | undefined, today: PlainDate): Pick<Gap, 'why' | 'first'> | null {
  if (!answer) return { why: 'unanswered', first: 'no answer yet' }
  if (answer.verdict === 'no') return { why: 'no', first: answer.note.trim() }
  const { expiresOn } = answer
  if (expiresOn === null || !isExpired(answer, today)) return null
  return { why: 'expired', first: `the answer expired on ${spanTextYear(expiresOn, expiresOn)}` }
}

/**
 * Handbook › Pushing back: "We resist the pressure to add new models or configurations until the existing ones are solid."
 * A check that is complete needs no waiver.
 */
export function readinessOf(gaps: readonly Gap[], waiver: Waiver | null): Readiness {
  if (gaps.length === 0) return 'ready'
  return waiver ? 'waived' : 'not_yet'
}

/** A model as work that adds it is held to it. */
export type ModelGate = { id: number; name: string; readiness: Readiness; gaps: readonly Gap[] }

/** Handbook › Pushing back: "here's what we need to get right first". */
export function whyNotAdd({ name, readiness, gaps }: ModelGate): Refusal | null {
  if (readiness !== 'not_yet') return null
  const [gap] = gaps
  const more = gaps.length > 1 ? ` ${gaps.length - 1} more to get right.` : ''
  const first = gap ? ` First: “${gap.text}” (${gap.first.replace(/\.$/, '')}).` : ''
  return {
    code: MODEL_NOT_READY,
    because: `The model “${name}” is not ready.${first}${more} Complete its readiness check, or ask the engineering manager to waive it.`,
  }
}

type Quoted = Pick<ModelGate, 'name' | 'readiness' | 'gaps'> & { waiver: Waiver | null }

/** Handbook › Pushing back: "“We’re not adding this yet; here’s what we need to get right first” is a valid … answer." */
export function answerAsMarkdown({ name, readiness, gaps, waiver }: Quoted, link: string): string {
  const model = `[${plain(name)}](${link})`
  if (readiness === 'ready') return `${model} is ready: every question of its readiness check is answered.`
  if (readiness === 'waived')
    return `${model}: ${plain(waiver?.by.name ?? '')} waived the readiness check. ${plain(waiver?.reason ?? '')}`.trimEnd()
  const lines = gaps.map(({ text, first }) => `- ${plain(text)} ${plain(ended(upper(first)))}`)
  return [`We’re not adding ${model} yet; here’s what we need to get right first:`, '', ...lines].join('\n')
}

const ended = (text: string) => (/[.!?…]$/.test(text) ? text : `${text}.`)
const upper = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** Words that Markdown would take for its own signs, or that would break out of their line. */
const plain = (text: string) =>
  text.replaceAll(/\s+/g, ' ').replaceAll(/[\\`*_[\]<>]/g, (sign) => `\\${sign}`)

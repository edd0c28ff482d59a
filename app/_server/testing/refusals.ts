import { expect } from 'vitest'
import { everything } from './database-checksum.ts'
import type { Answer } from './wire.ts'

type Ask = () => Promise<Answer>

/** All of these requests leave everything as it was, and each is refused in words. */
export async function refused(asks: Ask[]): Promise<Answer[]> {
  const answers = await unwritten(asks)
  insistOnRefusals(answers)
  return answers
}

/** Each is a refusal in words. */
export function insistOnRefusals(answers: readonly Answer[]): void {
  for (const { status, headers, body } of answers) {
    expect(status).toBeGreaterThanOrEqual(400)
    expect(status).toBeLessThan(500)
    expect(headers.get('content-type')).toBe('application/problem+json')
    expect(body.detail).toMatch(/^\S.+[.!?…]$/s)
  }
}

/** All of these requests leave everything as it was, however they are answered. */
export async function unwritten(asks: Ask[]): Promise<Answer[]> {
  const before = await everything()
  const answers = await Promise.all(asks.map((ask) => ask()))
  expect(await everything(), 'nothing is written').toBe(before)
  return answers
}

/**
 * What an answer says, but for the number of the request and for what was asked about. In an answer that says yes a
 * short name may stand for something else, and stays.
 */
export function answerText({ status, text }: Answer, about: string | number): string {
  const outcome = text.replace(/"request":"[^"]*"|"status":\d+/g, '')
  if (status < 400 && String(about).length < 5) return `${status}: ${outcome}`
  return `${status}: ${outcome.replaceAll(new RegExp(`(?<![\\w-])${about}(?![\\w-])`, 'g'), '…')}`
}

/** Splits what was answered to two lots of requests that were sent as one. */
export const halves = <T>(all: T[]): [T[], T[]] => [all.slice(0, all.length / 2), all.slice(all.length / 2)]

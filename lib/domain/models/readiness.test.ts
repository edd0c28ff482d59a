import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { addDays } from '#lib/kit/plain-date.ts'

import { type Answered, FIRST_QUESTIONS } from './models.ts'
import { answerAsMarkdown, gapsOf, isExpired, type ModelGate, readinessOf, whyNotAdd } from './readiness.ts'

const TODAY = '2026-01-07'
const yes = (question: number, expiresOn = '2026-06-30'): Answered => ({
  question,
  asked: 'Is it?',
  verdict: 'yes',
  evidence: '#12',
  note: '',
  expiresOn,
})
const no = (question: number, note: string): Answered => ({
  ...yes(question),
  verdict: 'no',
  note,
  expiresOn: null,
})
const waiver = { by: { id: 'mohamed', name: 'Mohamed' }, reason: 'A pilot.' }
const check = (answers: readonly Answered[]) => ({ questions: FIRST_QUESTIONS, answers })
const gate = (answers: readonly Answered[], waived = false): ModelGate => {
  const gaps = gapsOf(check(answers), TODAY)
  return { id: 1, name: 'Falcon', gaps, readiness: readinessOf(gaps, waived ? waiver : null) }
}
const ALL = [yes(1), yes(2), yes(3)]

describe('a model', () => {
  test('is ready when every question of the group is answered with a yes that holds', () => {
    expect(gate(ALL).readiness).toBe('ready')
    expect(gate([yes(1), yes(3)]).gaps).toEqual([
      { question: 2, text: 'Are known issues resolved?', why: 'unanswered', first: 'no answer yet' },
    ])
    expect(gate([yes(1), no(2, 'Fix the timeouts.'), yes(3)]).gaps).toMatchObject([
      { question: 2, why: 'no', first: 'Fix the timeouts.' },
    ])
  })

  test('is ready through the last day of its answers, and not yet from the day after', () => {
    expect(gate([yes(1, TODAY), yes(2), yes(3)]).readiness).toBe('ready')
    const [gap] = gate([yes(1, '2026-01-06'), yes(2), yes(3)]).gaps
    expect(gap).toMatchObject({ why: 'expired', first: 'the answer expired on 6 Jan 2026' })
  })

  test('is waived where something is missing, and needs no waiver where nothing is', () => {
    expect(gate([], true).readiness).toBe('waived')
    expect(gate(ALL, true).readiness).toBe('ready')
  })

  test('loses nothing by answers to questions that are asked no more', () => {
    expect(gate([...ALL, no(9, 'Old.')]).readiness).toBe('ready')
  })
})

test('who may not add a model reads which, what to get right first, and what else there is to do', () => {
  expect(whyNotAdd(gate(ALL))).toBeNull()
  expect(whyNotAdd(gate([], true))).toBeNull()
  expect(whyNotAdd(gate([no(1, 'Write the setup guide.'), yes(2)]))).toEqual({
    code: 'model_not_ready',
    because:
      'The model “Falcon” is not ready. First: “Is the documentation complete?” (Write the setup guide). 1 more to get right. Complete its readiness check, or ask the engineering manager to waive it.',
  })
})

describe('the answer for who asked', () => {
  const link = 'https://saydo.example/custom-models/models?model=1'
  const quoted = (one: ModelGate) => answerAsMarkdown({ ...one, waiver }, link)

  test('is the sentence of the handbook with what is missing', () => {
    expect(quoted(gate([no(1, 'Write the *setup* guide.'), yes(3)]))).toBe(
      [
        `We’re not adding [Falcon](${link}) yet; here’s what we need to get right first:`,
        '',
        '- Is the documentation complete? Write the \\*setup\\* guide.',
        '- Are known issues resolved? No answer yet.',
      ].join('\n'),
    )
  })

  test('says so where it is ready or waived', () => {
    expect(quoted(gate(ALL))).toBe(
      `[Falcon](${link}) is ready: every question of its readiness check is answered.`,
    )
    expect(quoted(gate([], true))).toBe(`[Falcon](${link}): Mohamed waived the readiness check. A pilot.`)
  })

  test('keeps to its lines, whatever a note holds', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (note) => {
        const lines = quoted(gate([no(1, `x${note}`), yes(2), yes(3)])).split('\n')
        expect(lines).toHaveLength(3)
      }),
    )
  })
})

const days = fc.integer({ min: -400, max: 400 }).map((by) => addDays(TODAY, by))
const verdicts = fc.constantFrom('yes' as const, 'no' as const)
const anAnswer = fc.record({ question: fc.constantFrom(1, 2, 3), verdict: verdicts, day: days })

test('a model is ready exactly when no question is open, refused or over, and only then work may add it', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(anAnswer, { selector: ({ question }) => question }),
      fc.boolean(),
      days,
      (given, waived, today) => {
        const answers = given.map(({ question, verdict, day }) =>
          verdict === 'yes' ? yes(question, day) : no(question, 'First this.'),
        )
        const gaps = gapsOf(check(answers), today)
        const holds = (id: number) =>
          given.some(({ question, verdict, day }) => question === id && verdict === 'yes' && day >= today)
        expect(gaps.map(({ question }) => question)).toEqual([1, 2, 3].filter((id) => !holds(id)))
        const readiness = readinessOf(gaps, waived ? waiver : null)
        const may = [1, 2, 3].every(holds) || waived
        expect(whyNotAdd({ id: 1, name: 'Falcon', gaps, readiness }) === null).toBe(may)
      },
    ),
  )
})

test('time alone never makes a model ready', () => {
  fc.assert(
    fc.property(fc.array(anAnswer), days, fc.nat(300), (given, today, later) => {
      const answers = given.map(({ question, day }) => yes(question, day))
      const before = gapsOf(check(answers), today).length
      expect(gapsOf(check(answers), addDays(today, later)).length).toBeGreaterThanOrEqual(before)
    }),
  )
  expect(isExpired({ expiresOn: null }, TODAY)).toBe(false)
})

import { describe, expect, test } from 'vitest'

import { segmentsOf, unknownHint } from './blocks.ts'

const kinds = (text: string) =>
  segmentsOf(text).map((one) =>
    one.kind === 'text' ? one.text : one.kind === 'block' ? `=${one.name}` : `?${one.name}`,
  )

describe('the text of a planning issue', () => {
  test('is cut at the lines that name a block', () => {
    expect(kinds('Before\n\n{{capacity}}\n\nAfter\n')).toEqual(['Before\n\n', '=capacity', '\nAfter\n'])
    expect(kinds('{{ Deliverables }}  \r\n{{goals}}')).toEqual(['=deliverables', '=goals'])
  })

  test('knows where each part begins, so that a task is ticked in its place', () => {
    const text = 'One\n{{goals}}\n- [ ] a task\n'
    expect(segmentsOf(text).map(({ at }) => text.slice(at))).toEqual([
      text,
      '{{goals}}\n- [ ] a task\n',
      '- [ ] a task\n',
    ])
  })

  test('keeps what stands within a line, and names lines that are no block', () => {
    expect(kinds('See {{capacity}} here')).toEqual(['See {{capacity}} here'])
    expect(kinds('{{velocity}}')).toEqual(['?velocity'])
    expect(unknownHint('velocity')).toBe(
      'Unknown block “velocity”, kept as text. Blocks: milestone, boards, goals, priorities, capacity, deliverables.',
    )
  })

  test.each(['```', '~~~~', '   ```md'])('leaves code alone that begins with %s', (fence) => {
    const marks = fence.trim().replace('md', '')
    expect(kinds(`${fence}\n{{capacity}}\n${marks}\n{{goals}}`)).toEqual([
      `${fence}\n{{capacity}}\n${marks}\n`,
      '=goals',
    ])
    expect(kinds(`${fence}\n{{capacity}}`)).toEqual([`${fence}\n{{capacity}}`])
  })

  test('is the same text when its parts are put together again', () => {
    const text = '# A\n{{goals}}\n\nWords\n```\n{{x}}\n```\n{{nothing}}\n{{boards}}\nEnd'
    const parts = segmentsOf(text)
    const joined = parts.map((one, at) => text.slice(one.at, parts[at + 1]?.at ?? text.length)).join('')
    expect(joined.replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''))
  })

  test('costs no more where it is made to be slow than as much of any text, give or take', () => {
    const text = `${'{{'.repeat(20_000)}\n${' '.repeat(50_000)}{{capacity}}\n${'```\n'.repeat(5_000)}`
    const usual = '{{goals}}\n\nWords of a plan\n'.repeat(Math.ceil(text.length / 26))
    expect(costOf(text)).toBeLessThan(20 * costOf(usual))
  })
})

/** The least processor time of five readings, which other work on the machine does not lengthen much. */
function costOf(text: string): number {
  const times = Array.from({ length: 5 }, () => {
    const before = process.cpuUsage()
    segmentsOf(text)
    const { user, system } = process.cpuUsage(before)
    return user + system
  })
  return Math.min(...times)
}

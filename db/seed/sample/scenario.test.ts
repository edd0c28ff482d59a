import { expect, test } from 'vitest'
import { actsOf } from './scenario.ts'
import { parseTopic, readTopics } from './topic.ts'

const SUNDAY = new Date('2026-11-22T18:00:00Z')

test('the same day has the same history', async () => {
  const tell = async () => actsOf(await readTopics(), SUNDAY).acts.map(({ at, by }) => [at, by])
  expect(await tell()).toEqual(await tell())
})

test('whatever the day, everything happens in order and nothing after now', async () => {
  const topics = await readTopics()
  for (let day = 0; day < 800; day += 37) {
    const now = new Date(SUNDAY.getTime() + day * 86_400_000 + (day % 24) * 3_600_000)
    const { first, acts } = actsOf(topics, now)
    const times = acts.map((act) => act.at.getTime())
    expect(times.at(-1)).toBeLessThan(now.getTime())
    expect(times[0]).toBeGreaterThan(first.getTime())
    expect(times).toEqual(times.toSorted((a, b) => a - b))
  }
})

test('every issue says what it is about, once', async () => {
  const issues = (await readTopics()).flatMap((topic) => topic.issues)
  expect(issues.length).toBeGreaterThan(240)
  expect(new Set(issues.map((issue) => issue.title)).size).toBe(issues.length)
  for (const { title, description } of issues) {
    expect(description.length, title).toBeGreaterThan(25)
    expect(title.length, title).toBeLessThan(80)
  }
})

test('a line with an unknown outcome is refused, with its words', () => {
  expect(() => parseTopic('odd', 'team: null\n\n## someday · bug · 1 · Later\nPerhaps.')).toThrow(/someday/)
})

test('a topic is read with its epic, its issues and what was said about them', () => {
  const topic = parseTopic(
    'small',
    [
      '# One small thing',
      'team: model-selection',
      'lead: julie',
      '',
      'What it is for.',
      '',
      '## now blocked · feature · – · Wait for the list',
      'Words of the issue.',
      '',
      '> needs: The price list, from Fulfillment',
      '> julie: Asked them: it comes on Friday.',
      '> confidential',
      '> pushed back: An outage comes first.',
    ].join('\n'),
  )
  expect(topic.epic).toEqual({ title: 'One small thing', lead: 'julie', description: 'What it is for.' })
  expect(topic.issues).toMatchObject([
    {
      outcome: 'now blocked',
      type: 'feature',
      weight: null,
      title: 'Wait for the list',
      description: 'Words of the issue.',
      needs: { need: 'The price list', from: 'Fulfillment' },
      comments: [{ by: 'julie', body: 'Asked them: it comes on Friday.' }],
      confidential: true,
      pushedBack: 'An outage comes first.',
    },
  ])
})

import { expect, test } from 'vitest'

import { Refused } from '#lib/http/call.ts'

import { outbox, sendWaiting, waitInOutbox, whoIsAway } from './outbox.ts'

const refusal = (status: number) =>
  new Refused({ type: 'about:blank', title: '', status, detail: '', code: 'unavailable' })

test('what cannot be sent waits in its order, and is sent again when somebody answers', async () => {
  const answers: string[] = []
  const first = waitInOutbox('Moved #1.').then((again) => answers.push(`first ${again}`))
  const second = waitInOutbox('Moved #2.').then((again) => answers.push(`second ${again}`))
  expect(outbox.get().waiting.map(({ words }) => words)).toEqual(['Moved #1.', 'Moved #2.'])
  sendWaiting()
  await Promise.all([first, second])
  expect(answers).toEqual(['first true', 'second true'])
  expect(outbox.get().waiting).toEqual([])
})

test('one act is discarded, and the others wait on', async () => {
  const given = waitInOutbox('Moved #1.')
  const kept = waitInOutbox('Moved #2.')
  outbox.get().waiting[0]?.answer(false)
  expect(await given).toBe(false)
  expect(outbox.get().waiting.map(({ words }) => words)).toEqual(['Moved #2.'])
  sendWaiting()
  expect(await kept).toBe(true)
})

test('a refusal is an answer; a broken connection and a missing database are not', () => {
  expect(whoIsAway(refusal(422))).toBeNull()
  expect(whoIsAway(refusal(503))).toBe('database')
  expect(whoIsAway(new TypeError('Failed to fetch'))).toBe('server')
})

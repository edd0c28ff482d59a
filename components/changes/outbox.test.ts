import { beforeEach, expect, test } from 'vitest'

import { Refused } from '#lib/http/call.ts'

import { Discarded, outbox, sendWaiting, waitInOutbox, whoIsAway } from './outbox.ts'

const refusal = (status: number, code = 'unavailable') =>
  new Refused({ type: 'about:blank', title: '', status, detail: 'No.', code })

const act = (words: string) => ({ method: 'POST', path: '/moves', input: {}, key: words, words })
const waiting = () => outbox.get().waiting.map(({ words }) => words)

beforeEach(() => {
  outbox.set({ waiting: [], sending: null, away: null })
})

test('what cannot be sent waits in its order, and is sent one after the other when the server answers', async () => {
  const sent: string[] = []
  const first = waitInOutbox(act('Moved #1.'), async () => sent.push('first begins', 'first ends'))
  const second = waitInOutbox(act('Moved #2.'), async () => sent.push('second begins'))
  expect(waiting()).toEqual(['Moved #1.', 'Moved #2.'])
  await sendWaiting()
  await Promise.all([first, second])
  expect(sent).toEqual(['first begins', 'first ends', 'second begins'])
  expect(waiting()).toEqual([])
})

test('an act that still finds no server waits on, and those behind it are not sent before it', async () => {
  let isThere = false
  const sent: string[] = []
  const first = waitInOutbox(act('Moved #1.'), async () => {
    if (!isThere) throw new TypeError('Failed to fetch')
    sent.push('first')
  })
  const second = waitInOutbox(act('Moved #2.'), async () => void sent.push('second'))
  await sendWaiting()
  expect(sent).toEqual([])
  expect(waiting()).toEqual(['Moved #1.', 'Moved #2.'])
  expect(outbox.get().away).toBe('server')
  isThere = true
  await sendWaiting()
  await Promise.all([first, second])
  expect(sent).toEqual(['first', 'second'])
})

test.each([
  ['was signed out', 401, 'signed_out'],
  ['gave way to another person', 409, 'other_person'],
])('an act of somebody who %s waits until they are signed in again', async (_, status, code) => {
  let isSignedIn = false
  const taken = waitInOutbox(act('You are now the DRI of #1.'), async () => {
    if (!isSignedIn) throw refusal(status, code)
    return 'done'
  })
  await sendWaiting()
  expect(waiting()).toEqual(['You are now the DRI of #1.'])
  expect(outbox.get().away).toBeNull()
  isSignedIn = true
  await sendWaiting()
  expect(await taken).toBe('done')
})

test('a refused act leaves with its refusal, and the next one is sent', async () => {
  const refused = waitInOutbox(act('Moved #1.'), async () => {
    throw refusal(409, 'conflict')
  })
  const kept = waitInOutbox(act('Moved #2.'), async () => 'done')
  const answer = expect(refused).rejects.toThrow('No.')
  await sendWaiting()
  await answer
  expect(await kept).toBe('done')
})

test('one act is discarded, and the others wait on', async () => {
  const given = waitInOutbox(act('Moved #1.'), async () => 'done')
  const kept = waitInOutbox(act('Moved #2.'), async () => 'done')
  const answer = expect(given).rejects.toThrow(Discarded)
  outbox.get().waiting[0]?.discard()
  await answer
  expect(waiting()).toEqual(['Moved #2.'])
  await sendWaiting()
  expect(await kept).toBe('done')
})

test('a refusal is an answer; a broken connection and a missing database are not', () => {
  expect(whoIsAway(refusal(422))).toBeNull()
  expect(whoIsAway(refusal(503))).toBe('database')
  const busy = {
    type: 'about:blank',
    title: '',
    status: 503,
    detail: 'No.',
    code: 'unavailable',
    rule: 'past_busy',
  }
  expect(whoIsAway(new Refused(busy)), 'too many who look at the past').toBeNull()
  expect(whoIsAway(new TypeError('Failed to fetch'))).toBe('server')
})

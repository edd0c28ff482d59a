import { expect, test } from 'vitest'

import { Failure, insist, noSuchMethod, notFound } from '#lib/kit/failure.ts'

import { textOf } from './body.ts'
import { bugAnswer, problemAnswer } from './problem.ts'

async function answerOf(failure: Failure) {
  const answer = problemAnswer(failure, 'request-1')
  return { status: answer.status, headers: answer.headers, body: await answer.json() }
}

test('a refusal is a problem document: what it is, which rule, and the sentence that a person reads', async () => {
  const { status, headers, body } = await answerOf(
    new Failure('refused', 'Set the weight first.', { rule: 'weight_missing' }),
  )
  expect(status).toBe(409)
  expect(headers.get('content-type')).toBe('application/problem+json')
  expect(headers.get('cache-control')).toBe('no-store')
  expect(body).toEqual({
    type: 'urn:saydo:problem:refused',
    title: 'Refused by a rule',
    status: 409,
    detail: 'Set the weight first.',
    code: 'refused',
    request: 'request-1',
    rule: 'weight_missing',
  })
})

test('each failure has the status by which programs know it', async () => {
  const statuses: [Failure['code'], number][] = [
    ['invalid', 422],
    ['signed_out', 401],
    ['not_found', 404],
    ['forbidden', 403],
    ['conflict', 409],
    ['stale', 409],
    ['rate_limited', 429],
    ['too_large', 413],
    ['unavailable', 503],
  ]
  for (const [code, status] of statuses) {
    const { body, ...answer } = await answerOf(new Failure(code, 'Why.'))
    expect([code, answer.status, body.status]).toEqual([code, status, status])
  }
})

test('what passes by itself says when to try again, and nothing else does', async () => {
  for (const code of ['unavailable', 'rate_limited'] as const)
    expect((await answerOf(new Failure(code, 'Why.'))).headers.get('retry-after')).toBe('2')
  expect((await answerOf(new Failure('refused', 'Why.'))).headers.get('retry-after')).toBeNull()
})

test('an address that is there says which methods it accepts', async () => {
  const { status, headers, body } = await answerOf(noSuchMethod(['GET', 'POST']))
  expect([status, headers.get('allow')]).toEqual([405, 'GET, POST'])
  expect(body.detail).toBe('This address accepts only GET, POST.')
})

test('what does not exist and what may not be seen answer the same', async () => {
  const { body } = await answerOf(notFound('The issue'))
  expect(body.detail).toBe('The issue was not found, or you have no access.')
  expect(notFound().message).toBe('It was not found, or you have no access.')
})

test('a rule that allows insists on nothing, one that refuses ends the act with its name', () => {
  expect(() => insist(null)).not.toThrow()
  const refusal = { code: 'too_heavy', because: 'Split the issue.' }
  expect(() => insist(refusal)).toThrow(
    expect.objectContaining({ code: 'refused', detail: 'Split the issue.', facts: { rule: 'too_heavy' } }),
  )
})

test('a fault of ours tells the request by which the log is found, and nothing of what went wrong', async () => {
  const answer = bugAnswer('request-2')
  const body = await answer.json()
  expect(answer.status).toBe(500)
  expect(body).toMatchObject({ code: 'bug', request: 'request-2' })
  expect(Object.keys(body).toSorted()).toEqual(['code', 'detail', 'request', 'status', 'title', 'type'])
})

const LARGE = 'The request is too large.'
const post = (body: BodyInit | null, headers: Record<string, string> = {}) =>
  new Request('https://saydo.example/', { method: 'POST', headers, body, duplex: 'half' } as RequestInit)

/** A body that comes in parts, and says nothing of its length. */
const inParts = (...parts: Uint8Array[]) =>
  new ReadableStream({
    start(controller) {
      for (const part of parts) controller.enqueue(part)
      controller.close()
    },
  })

test('a body is read as a whole, however its parts cut its characters', async () => {
  const bytes = new TextEncoder().encode('Größe 🦊')
  for (let at = 1; at < bytes.length; at += 1)
    expect(await textOf(post(inParts(bytes.slice(0, at), bytes.slice(at))), 100, LARGE)).toBe('Größe 🦊')
  expect(await textOf(post(null), 100, LARGE)).toBe('')
})

test('a body of exactly as much as is allowed is read, one byte more is not', async () => {
  expect(await textOf(post('a'.repeat(10)), 10, LARGE)).toHaveLength(10)
  await expect(textOf(post('a'.repeat(11)), 10, LARGE)).rejects.toMatchObject({
    code: 'too_large',
    detail: LARGE,
  })
  await expect(textOf(post('é'.repeat(6)), 10, LARGE), 'bytes count').rejects.toMatchObject({
    code: 'too_large',
  })
})

test('a body that lies about its length is refused by what it says, or by what comes', async () => {
  await expect(textOf(post('a', { 'content-length': '1000000' }), 10, LARGE)).rejects.toMatchObject({
    code: 'too_large',
  })
  const endless = inParts(...Array.from({ length: 20 }, () => new Uint8Array(5)))
  await expect(textOf(post(endless), 10, LARGE)).rejects.toMatchObject({ code: 'too_large' })
})

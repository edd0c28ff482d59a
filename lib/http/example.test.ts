import { expect, test } from 'vitest'
import { api, sessionEndpoints } from '#lib/contract/api.ts'
import { exampleOf } from './example.ts'
import { reference } from './reference.ts'

const operations = reference('0').nouns.flatMap((noun) => noun.operations)

test('the reference has every endpoint once', () => {
  expect(operations.map(({ id }) => id).toSorted()).toEqual(
    [...api, ...sessionEndpoints].map(({ id }) => id).toSorted(),
  )
})

test.for([...api, ...sessionEndpoints])('the example of $id keeps to its own shape', (endpoint) => {
  const operation = operations.find(({ id }) => id === endpoint.id)
  const { path = '', body } = operation?.example ?? {}
  expect(path).not.toMatch(/[{}]/)
  const url = new URL(path, 'http://example.com')
  const named = new RegExp(`^${endpoint.path.replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`).exec(url.pathname)
  const values = Object.entries(named?.groups ?? {}).map(([name, value]) => [name, decodeURIComponent(value)])
  const query = Object.fromEntries(url.searchParams)
  const sent = { ...Object.fromEntries(values), ...query, ...(typeof body === 'object' ? body : {}) }
  expect(endpoint.input.safeParse(sent).error?.issues).toBeUndefined()
})

test('what need not be said is left out, and what a name stands for is said as people say it', () => {
  const schema = {
    type: 'object',
    properties: { ref: { type: 'integer' }, note: { type: 'string' }, reason: { enum: ['moved', 'done'] } },
    required: ['ref', 'reason'],
  }
  expect(exampleOf(schema)).toEqual({ ref: 12, reason: 'done' })
})

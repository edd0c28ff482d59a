import { expect, test } from 'vitest'

import { bare, choicesOf, isNullable, kindOf, limitsOf, nameOf, type JsonSchema } from './json-schema.ts'

const NULL: JsonSchema = { type: 'null' }
const CARD: JsonSchema = { $ref: '#/components/schemas/Card' }

test('a shape is called by its name, by its values, or by the kind of value that it is', () => {
  expect(kindOf(CARD)).toBe('Card')
  expect(kindOf({ const: 'shelf' })).toBe('"shelf"')
  expect(kindOf({ enum: ['bug', 'feature', null] })).toBe('"bug" | "feature" | null')
  expect(kindOf({ type: 'string' })).toBe('text')
  expect(kindOf({ type: 'integer' })).toBe('whole number')
  expect(kindOf({ type: 'boolean' })).toBe('true or false')
  expect(kindOf({}), 'where nothing is said').toBe('anything')
})

test('a list says of what, and several shapes say each once', () => {
  expect(kindOf({ type: 'array', items: CARD })).toBe('list of Card')
  expect(kindOf({ type: 'array', items: { type: 'array', items: { type: 'string' } } })).toBe(
    'list of list of text',
  )
  expect(kindOf({ type: 'array' })).toBe('list')
  expect(kindOf({ anyOf: [{ type: 'string' }, { type: 'number' }, { type: 'string' }] })).toBe(
    'text or number',
  )
})

test('it, or null, is called as it is, and null is told beside it', () => {
  const maybe = { anyOf: [CARD, NULL], description: 'The one that is shown.' }
  expect(kindOf(maybe)).toBe('Card')
  expect(bare(maybe)).toEqual({ ...CARD, description: 'The one that is shown.' })
  expect(isNullable(maybe)).toBe(true)
  expect(limitsOf(maybe)).toEqual(['may be null'])
  expect(kindOf({ type: ['string', 'null'] })).toBe('text')
  expect(isNullable({ type: ['string', 'null'] })).toBe(true)
  expect(isNullable({ type: 'string' })).toBe(false)
})

test('of two shapes neither is the one, with or without null', () => {
  const either = { oneOf: [CARD, { type: 'string' }, NULL] }
  expect(choicesOf(either)).toHaveLength(2)
  expect(bare(either)).toBe(either)
  expect(kindOf(either)).toBe('Card or text')
})

test('bounds are told in words, with thousands apart', () => {
  expect(limitsOf({ type: 'string', minLength: 1, maxLength: 40_000 })).toEqual(['1 to 40,000 characters'])
  expect(limitsOf({ type: 'string', maxLength: 255 })).toEqual(['at most 255 characters'])
  expect(limitsOf({ type: 'array', minItems: 2 })).toEqual(['at least 2 entries'])
  expect(limitsOf({ type: 'integer', minimum: 0, maximum: 99 })).toEqual(['0 to 99'])
  expect(limitsOf({ type: 'integer', exclusiveMinimum: 0 }), 'more than nothing').toEqual(['at least 1'])
})

test('the bound of the number format is none of ours', () => {
  expect(limitsOf({ type: 'integer', minimum: 1, maximum: Number.MAX_SAFE_INTEGER })).toEqual(['at least 1'])
  expect(limitsOf({ type: 'integer', maximum: 2_147_483_647 })).toEqual([])
})

test('a form and a pattern are told as they are', () => {
  expect(limitsOf({ type: 'string', format: 'date-time' })).toEqual(['date-time'])
  expect(limitsOf({ type: 'string', pattern: '^[a-z]+$' })).toEqual(['matches ^[a-z]+$'])
  expect(limitsOf({ anyOf: [{ type: 'string', format: 'date' }, NULL] })).toEqual(['date', 'may be null'])
})

test('what is said in place has no name', () => {
  expect(nameOf(CARD)).toBe('Card')
  expect(nameOf({ type: 'object' })).toBeNull()
})

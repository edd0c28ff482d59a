import { expect, test } from 'vitest'

import { NOTHING_TYPED, typedOn } from './text-typed-ahead.ts'
import type { TypedAhead } from './text-typed-ahead.ts'

type Held = { held?: readonly string[]; repeat?: boolean }

const press = (key: string, { held = [], repeat = false }: Held = {}) => ({
  key,
  ctrlKey: held.includes('Ctrl'),
  metaKey: held.includes('Meta'),
  altKey: held.includes('Alt'),
  repeat,
  getModifierState: (name: string) => held.includes(name),
})

const typing = (...keys: string[]) =>
  keys.reduce<TypedAhead>((before, key) => typedOn(before, press(key)) ?? before, NOTHING_TYPED)

test('letters, signs and spaces are text; Backspace takes the last one back', () => {
  expect(typing('E', 'x', 'Backspace', ' ', 'é', '🙂')).toEqual({ erased: 0, text: 'E é🙂', steps: [] })
  expect(typing('🙂', 'Backspace')).toEqual(NOTHING_TYPED)
})

test('Backspace before any letter is meant for what the field holds already', () => {
  expect(typing('Backspace', 'Backspace', 'a')).toEqual({ erased: 2, text: 'a', steps: [] })
})

test('keys that would act are held back and write nothing', () => {
  for (const key of ['Tab', 'ArrowLeft', 'Delete']) expect(typing('a', key)).toEqual(typing('a'))
})

test('keys that lead through a menu write nothing and are kept for it, until a letter narrows it anew', () => {
  expect(typing('b', 'ArrowDown', 'End', 'Enter')).toEqual({
    erased: 0,
    text: 'b',
    steps: ['ArrowDown', 'End', 'Enter'],
  })
  expect(typing('b', 'ArrowDown', 'u')).toEqual({ erased: 0, text: 'bu', steps: [] })
})

test('what belongs to the browser is left to it', () => {
  expect(typedOn(NOTHING_TYPED, press('r', { held: ['Ctrl'] }))).toBeNull()
  expect(typedOn(NOTHING_TYPED, press('k', { held: ['Meta'] }))).toBeNull()
  expect(typedOn(NOTHING_TYPED, press('F5'))).toBeNull()
  expect(typedOn(NOTHING_TYPED, press('Shift'))).toBeNull()
})

test('a character of the third level is text, although Windows says Ctrl and Alt for it', () => {
  const held = ['Ctrl', 'Alt', 'AltGraph']
  expect(typedOn(NOTHING_TYPED, press('@', { held }))).toEqual({ erased: 0, text: '@', steps: [] })
})

test('the key that asked writes nothing while it is held down on', () => {
  expect(typedOn(NOTHING_TYPED, press('c', { repeat: true }))).toEqual(NOTHING_TYPED)
  expect(typedOn(typing('a'), press('a', { repeat: true }))).toEqual({ erased: 0, text: 'aa', steps: [] })
})

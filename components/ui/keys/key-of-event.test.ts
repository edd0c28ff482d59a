import { expect, test } from 'vitest'

import { keyOfEvent, writesLatin } from './key-of-event.ts'

const press = (key: string, held: readonly string[] = [], code = '') => ({
  key,
  code,
  ctrlKey: held.includes('Ctrl'),
  metaKey: held.includes('Meta'),
  altKey: held.includes('Alt'),
  shiftKey: held.includes('Shift'),
  getModifierState: (name: string) => held.includes(name),
})
const onPc = (key: string, ...held: string[]) => keyOfEvent(press(key, held), false)
const onMac = (key: string, ...held: string[]) => keyOfEvent(press(key, held), true)

test('a letter with Shift is told from the letter alone, also while Caps Lock is on', () => {
  expect(onPc('j')).toEqual({ key: 'j', isCapital: false })
  expect(onPc('J', 'Shift')).toEqual({ key: 'j', isCapital: true })
  expect(onPc('J')).toEqual({ key: 'j', isCapital: false })
})

test('a sign is the same key wherever it lies: on a German keyboard / is Shift-7 and [ is AltGr-8', () => {
  expect(onPc('/', 'Shift')).toEqual({ key: '/', isCapital: false })
  expect(onPc('?', 'Shift')).toEqual({ key: '?', isCapital: false })
  expect(onPc('[', 'Ctrl', 'Alt', 'AltGraph')).toEqual({ key: '[', isCapital: false })
  expect(onMac('[', 'Alt')).toEqual({ key: '[', isCapital: false })
})

test('the modifier of the computer counts alone; everything else with one is left to the browser', () => {
  expect(onPc('k', 'Ctrl')).toEqual({ key: 'mod+k', isCapital: false })
  expect(onMac('k', 'Meta')).toEqual({ key: 'mod+k', isCapital: false })
  expect(onMac('k', 'Ctrl')).toBeNull()
  expect(onPc('K', 'Ctrl', 'Shift')).toBeNull()
  expect(onPc('s', 'Alt')).toBeNull()
  expect(onPc('/', 'Ctrl')).toEqual({ key: 'mod+/', isCapital: false })
  expect(onPc('e', 'Ctrl', 'Alt', 'AltGraph')).toBeNull()
})

const at = (code: string, key: string, ...held: string[]) => keyOfEvent(press(key, held, code), false)
const inHebrew = (code: string, key: string) => keyOfEvent(press(key, [], code), false, false)

test('a keyboard of another script has its letters where they lie: Russian, Greek, Hebrew, Arabic, Korean', () => {
  expect(at('KeyJ', 'о')).toEqual({ key: 'j', isCapital: false })
  expect(at('KeyJ', 'О', 'Shift')).toEqual({ key: 'j', isCapital: true })
  expect(at('KeyJ', 'ξ')).toEqual({ key: 'j', isCapital: false })
  expect(at('KeyJ', 'ח')).toEqual({ key: 'j', isCapital: false })
  expect(at('KeyB', 'لا')).toEqual({ key: 'b', isCapital: false })
  expect(at('KeyJ', 'ㅓ')).toEqual({ key: 'j', isCapital: false })
  expect(at('KeyJ', 'Process')).toEqual({ key: 'j', isCapital: false })
  expect(at('KeyK', 'л', 'Ctrl')).toEqual({ key: 'mod+k', isCapital: false })
  expect(keyOfEvent(press('л', ['Meta'], 'KeyK'), true)).toEqual({ key: 'mod+k', isCapital: false })
  expect(at('Period', 'ю')).toEqual({ key: '.', isCapital: false })
  expect(at('BracketLeft', 'х')).toEqual({ key: '[', isCapital: false })
})

test('a Latin letter is the letter that it writes, wherever that lies, with or without an accent', () => {
  expect(at('KeyQ', 'a')).toEqual({ key: 'a', isCapital: false })
  expect(at('KeyC', 'j')).toEqual({ key: 'j', isCapital: false })
  expect(at('Semicolon', 'ö')).toEqual({ key: 'ö', isCapital: false })
})

test('a sign at the place of a letter is the sign on Dvorak, and the letter where the letters are Hebrew', () => {
  expect(at('KeyW', ',')).toEqual({ key: ',', isCapital: false })
  expect(at('KeyE', '.')).toEqual({ key: '.', isCapital: false })
  expect(inHebrew('KeyW', "'")).toEqual({ key: 'w', isCapital: false })
  expect(inHebrew('KeyQ', '/')).toEqual({ key: '/', isCapital: false })
  expect(writesLatin({ key: 'ח' })).toBe(false)
  expect(writesLatin({ key: 'j' })).toBe(true)
  expect(writesLatin({ key: "'" })).toBeNull()
  expect(writesLatin({ key: 'Enter' })).toBeNull()
})

test('an event without a key, as a browser makes one up when it fills a field in, is no press', () => {
  const { key: _, ...filled } = press('')
  expect(keyOfEvent(Object.assign(new Event('keydown'), filled) as KeyboardEvent, false)).toBeNull()
})

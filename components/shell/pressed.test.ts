import { expect, test } from 'vitest'

import { pressed } from './pressed.ts'

const press = (key: string, held: readonly string[] = []) => ({
  key,
  ctrlKey: held.includes('Ctrl'),
  metaKey: held.includes('Meta'),
  altKey: held.includes('Alt'),
  shiftKey: held.includes('Shift'),
  getModifierState: (name: string) => held.includes(name),
})
const onPc = (key: string, ...held: string[]) => pressed(press(key, held), false)
const onMac = (key: string, ...held: string[]) => pressed(press(key, held), true)

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

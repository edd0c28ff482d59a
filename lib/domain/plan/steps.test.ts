import { expect, test } from 'vitest'

import { settingsOf, STEP_TEXTS, STEPS, USUAL_SETTINGS, whoDoes } from './steps.ts'

test('the handbook’s seven steps stand in its order, each with its sentence and who leads it', () => {
  expect(USUAL_SETTINGS.map(({ key }) => key)).toEqual(STEPS)
  expect(STEPS.map((key) => STEP_TEXTS[key].sentence).every((sentence) => sentence.length > 20)).toBe(true)
  expect(STEPS.map((key) => STEP_TEXTS[key].title)).toHaveLength(new Set(STEPS).size)
})

test('the role that leads a step stands first, and no role twice', () => {
  expect(whoDoes('session', 'pm')).toBe('PM, EM')
  expect(whoDoes('session', 'em')).toBe('EM, PM')
  expect(whoDoes('weights', 'em')).toBe('EM, engineers')
  expect(whoDoes('weights', 'pm')).toBe('PM, engineers, EM')
  expect(whoDoes('refinement', 'pm')).toBe('PM, automation')
  expect(whoDoes('capacity', 'em')).toBe('EM')
})

test('a group changes some steps and keeps the usual days and owners of the others', () => {
  const own = [{ key: 'capacity', dueBefore: 9, owner: 'pm' }] as const
  const settings = settingsOf(own)
  expect(settings.find(({ key }) => key === 'capacity')).toEqual(own[0])
  expect(settings.filter(({ key }) => key !== 'capacity')).toEqual(
    USUAL_SETTINGS.filter(({ key }) => key !== 'capacity'),
  )
  expect(settings.map(({ key }) => key)).toEqual(STEPS)
  expect(settingsOf([])).toEqual(USUAL_SETTINGS)
})

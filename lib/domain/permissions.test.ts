import { describe, expect, test } from 'vitest'

import { ACTS, may, ROLES, SET_BY_EM, whyNotAllowed } from './permissions.ts'
import type { Actor } from './permissions.ts'
import { everyPicture } from './testing/pictures.ts'

const COLUMNS: readonly Actor[] = [
  ...(['stakeholder', 'counterpart', 'engineer', 'pm', 'em'] as const).map((role) => ({
    roles: [role],
    admin: false,
  })),
  { roles: [], admin: true },
]

test('the table is the picture, act by act and role by role', async () => {
  const drawn = Object.fromEntries(
    ACTS.map((act) => [act, COLUMNS.map((actor) => (may(actor, act) ? '●' : '–')).join('')]),
  )
  expect(drawn).toEqual(await everyPicture())
})

describe('people', () => {
  test('may what any of their roles may', () => {
    const both: Actor = { roles: ['engineer', 'em'], admin: false }
    expect(may(both, 'deliverable.set')).toBe(true)
    expect(may(both, 'issue.take')).toBe(true)
  })

  test('a staff engineer may exactly what an engineer may', () => {
    for (const act of ACTS) {
      expect(may({ roles: ['staff_engineer'], admin: false }, act)).toBe(
        may({ roles: ['engineer'], admin: false }, act),
      )
    }
  })

  test('someone without a role in the group may nothing', () => {
    expect(ACTS.filter((act) => may({ roles: [], admin: false }, act))).toEqual([])
  })

  test('an administrator who is an engineer of the group works like one', () => {
    const both: Actor = { roles: ['engineer'], admin: true }
    expect(may(both, 'card.move')).toBe(true)
    expect(may(both, 'role.give')).toBe(true)
    expect(may(both, 'deliverable.set')).toBe(false)
  })
})

describe('refusals', () => {
  test('say who may', () => {
    const engineer: Actor = { roles: ['engineer'], admin: false }
    expect(whyNotAllowed(engineer, 'deliverable.set')).toEqual({
      code: SET_BY_EM,
      because: 'Only the engineering manager sets Deliverable.',
    })
    expect(whyNotAllowed(engineer, 'label.edit')?.because).toBe(
      'Only the engineering manager or an administrator edits labels.',
    )
    expect(whyNotAllowed(engineer, 'card.move')).toBeNull()
  })

  test('each is one sentence, and given exactly where the act is not allowed', () => {
    for (const role of ROLES) {
      for (const act of ACTS) {
        const actor: Actor = { roles: [role], admin: false }
        const refusal = whyNotAllowed(actor, act)
        expect(refusal === null).toBe(may(actor, act))
        if (refusal) expect(refusal.because).toMatch(/^Only .+\.$/)
      }
    }
  })
})

import type { Ctx } from '#db/context.ts'
import type { anIssue } from '#db/testing/world.ts'
import type { Role } from '#lib/domain/permissions.ts'

/** A name as a path, a query or a body would give it. */
export type Name = string | number

export const OURS = 'custom-models'

/** The callers: one of each role, named by it, the administrator, and a person of another group. */
export const PEOPLE = {
  stakeholder: { roles: ['stakeholder'], admin: false },
  counterpart: { roles: ['counterpart'], admin: false },
  engineer: { roles: ['engineer'], admin: false },
  staff_engineer: { roles: ['staff_engineer'], admin: false },
  pm: { roles: ['pm'], admin: false },
  em: { roles: ['em'], admin: false },
  admin: { roles: [], admin: true },
  outsider: { roles: [], admin: false },
} satisfies Record<string, { roles: Role[]; admin: boolean }>
export type Handle = keyof typeof PEOPLE

/** What a row of the table may use to make up a request: who asks, and the means to prepare what it is about. */
export type Means = {
  by: Handle
  /** Whoever asks if they may work in the group, else its engineering manager. */
  worker: Handle
  as: (handle: Handle) => Promise<Ctx>
  issue: (stated?: Parameters<typeof anIssue>[1]) => Promise<number>
  /** Something that nobody has called anything yet. */
  word: () => string
  /** The number of an epic that is there. */
  epic: number
}

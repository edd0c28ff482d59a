import { expect } from 'vitest'
import type { CapacityRow } from '#lib/contract/capacity.ts'
import type { NewSandboxChange } from '#lib/contract/sandboxes.ts'
import { applySandbox } from '../commands/sandboxes/apply.ts'
import { addSandboxChange } from '../commands/sandboxes/changes.ts'
import { openSandbox } from '../commands/sandboxes/open.ts'
import type { Ctx } from '../context.ts'
import { readCapacity } from '../queries/capacity.ts'
import { readSandbox } from '../queries/sandbox-view.ts'
import { rowsBothWays } from './replayed.ts'

export const group = 'custom-models'
/** Five weeks from 10 January to 13 February 2026, 25 working days. */
export const IN = { group, milestone: '18.9' }
export const AT = { ...IN, sandbox: 'two-weeks' }
export const PLANNED = { milestone: '18.9', labels: ['group::custom models'] }

export const CINDY_AWAY = {
  what: 'timeOff' as const,
  person: 'cindy',
  from: '2026-01-12',
  to: '2026-01-16',
}
export const share = (value: number): NewSandboxChange => ({
  what: 'override',
  person: 'julie',
  team: 'model-selection',
  weekOn: null,
  term: 'share',
  value,
})

export const open = (ctx: Ctx) => openSandbox(ctx, { ...IN, title: 'Two weeks' })
export const add = async (ctx: Ctx, change: NewSandboxChange, reason = '') =>
  (await addSandboxChange(ctx, { ...AT, change, reason })).change
export const view = (ctx: Ctx) => readSandbox(ctx, AT)
export const apply = async (
  ctx: Ctx,
  more: { leaveOut?: number[]; confirm?: number[]; kind?: 'vacation' } = {},
) => applySandbox(ctx, { ...AT, seen: (await view(ctx)).event, ...more })

export async function liveNumbers(ctx: Ctx) {
  const { rows, teams, total } = await readCapacity(ctx, { milestone: '18.9' })
  return { rows: rows.map(withoutWeeks), teams, total }
}

/** One side of a what-if in the form in which the capacity is read. */
export async function numbers(ctx: Ctx, side: 'live' | 'whatIf') {
  const { rows, teams, total } = await view(ctx)
  return {
    rows: rows.map(({ person, name, team, ...both }) => ({ person, name, team, ...unpicked(both[side]) })),
    teams: teams.map(({ team, name, ...both }) => ({ team, name, ...unpicked(both[side]) })),
    total: unpicked(total[side]),
  }
}

/** The capacity knows nothing of Deliverables: what is picked is held against the plan. */
function unpicked<T extends { picked: number }>(all: T): Omit<T, 'picked'> {
  const { picked: _, ...figures } = all
  return figures
}

function withoutWeeks(row: CapacityRow): Omit<CapacityRow, 'weeks'> {
  const { weeks: _, ...terms } = row
  return terms
}

/** The ledger tells what the tables hold. */
export async function expectReplayed(ctx: Ctx): Promise<void> {
  const { ledger, tables } = await rowsBothWays(ctx.db, 1)
  expect(ledger).toEqual(tables)
}

import { expect } from 'vitest'
import type { InputOf } from '#lib/contract/endpoint.ts'
import type { recordOutcome as endpoint } from '#lib/contract/syncs.ts'
import { recordOutcome } from '../commands/syncs/outcomes.ts'
import type { Ctx } from '../context.ts'
import { readAgenda, readSync } from '../queries/sync-room.ts'
import { rowsBothWays } from './replayed.ts'
import { anIssue } from './world.ts'

export const DAY_MS = 86_400_000
export const later = (ctx: Ctx, ms: number): Ctx => ({ ...ctx, now: new Date(ctx.now.getTime() + ms) })

type Asked = Partial<Omit<InputOf<typeof endpoint>, 'group'>> & Pick<InputOf<typeof endpoint>, 'kind'>
export const recording = (ctx: Ctx, item: string, asked: Asked) =>
  recordOutcome(ctx, { item, seen: 0, ...asked })

/** The agenda of the next sync, or of one, as `hand-3`, `issue-5 settled`, `point-1 new`. */
export const agendaKeys = async (ctx: Ctx, sync?: number) =>
  (sync === undefined ? await readAgenda(ctx) : await readSync(ctx, { sync })).items.map(
    ({ key, state, isNew }) => `${key}${state === 'open' ? '' : ` ${state}`}${isNew ? ' new' : ''}`,
  )

/** What the ledger says of syncs is what their tables hold. */
export const sameSyncsBothWays = async (ctx: Ctx) => {
  const { ledger, tables } = await rowsBothWays(ctx.db, ctx.group.id)
  for (const name of ['syncs', 'syncPoints', 'syncOutcomes']) expect(ledger[name]).toEqual(tables[name])
}

/** Active work without a DRI. */
export const unowned = (ctx: Ctx) => anIssue(ctx, { labels: ['type::bug', 'workflow::in dev'] })

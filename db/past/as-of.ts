import type { PoolClient } from 'pg'
import { PAST_BUSY } from '#lib/domain/past.ts'
import { Failure } from '#lib/kit/failure.ts'
import { pastPool } from '../connection.ts'
import type { Ctx } from '../context.ts'
import { fillPast, type Scope } from './fill.ts'
import { makeRoom } from './rows.ts'
import { SHADOWS } from './shadows.ts'

/**
 * Reads a group as it was at a moment, by the queries that read it as it is: without what was taken back since. Who asks and
 * what they may see is of today, and so are the names of people. It runs on a connection of its own, in a transaction that
 * cannot write; there are few of these, and who comes later waits.
 *
 * @param scope what alone is asked for, if not everything: it bounds what has to be told anew
 * @throws unavailable where too many look into the past at once
 */
export async function asOf<T>(ctx: Ctx, at: Date, scope: Scope, read: (past: Ctx) => Promise<T>): Promise<T> {
  if (ctx.inside) return within(ctx, at, scope, read)
  const client = await connected()
  try {
    const inside: Ctx = { ...ctx, db: client, inside: true }
    const [, past] = await Promise.all([client.query(BEGIN), fillPast(inside, at, scope)])
    return await read(past)
  } finally {
    empty(client)
  }
}

const BEGIN = 'begin isolation level repeatable read read only'

/** The reader has the answer already. */
function empty(client: PoolClient): void {
  const emptied = async () => {
    await client.query('rollback')
    await makeRoom(client)
  }
  emptied().then(
    () => client.release(),
    (lost: Error) => client.release(lost),
  )
}

async function connected(): Promise<PoolClient> {
  try {
    return await pastPool().connect()
  } catch (error) {
    if (!/timeout exceeded when trying to connect/.test(String(error))) throw error
    throw new Failure('unavailable', 'Too many people are looking at the past. Try again in a moment.', {
      rule: PAST_BUSY,
    })
  }
}

/** Inside another transaction the tables are made for this read, and found before those that lie behind them. */
async function within<T>(ctx: Ctx, at: Date, scope: Scope, read: (past: Ctx) => Promise<T>): Promise<T> {
  await ctx.db.query('savepoint past')
  try {
    await ctx.db.query(`${SHADOWS};\nset local search_path to pg_temp, public`)
    return await read(await fillPast(ctx, at, scope))
  } finally {
    await ctx.db.query('rollback to savepoint past; release savepoint past')
  }
}

/** For reads that may ask for anything. */
export const EVERYTHING: Scope = { issues: async () => null, texts: true }

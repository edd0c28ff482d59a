import type { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { hashOf } from '#db/token.ts'

type Open = ReturnType<typeof drizzleAdapter>
type Adapter = ReturnType<Open>
type Inner = Omit<Adapter, 'transaction'>
type Create = Parameters<Inner['create']>[0]

/**
 * Stands between better-auth and its adapter, so that the table holds the hash of a session's token while the cookie
 * carries the token itself: whoever begins a session gets it back in clear once, whoever asks for it is asked by hash.
 */
export const sealing =
  (open: Open): Open =>
  (options) => {
    const adapter = open(options)
    const transaction: Adapter['transaction'] = (run) => adapter.transaction((inner) => run(sealed(inner)))
    return { ...sealed(adapter), transaction }
  }

function sealed(adapter: Inner): Inner {
  return {
    ...adapter,
    create: async <T, R = T>(query: Create): Promise<R> => {
      const { token } = query.data
      if (query.model !== 'session' || typeof token !== 'string') return adapter.create(query)
      const row = await adapter.create<Create['data'], R>({
        ...query,
        data: { ...query.data, token: hashOf(token) },
      })
      if (typeof row === 'object' && row !== null && 'token' in row) row.token = token
      return row
    },
    findOne: (query) => adapter.findOne(byHash(query)),
    findMany: (query) => adapter.findMany(byHash(query)),
    count: (query) => adapter.count(byHash(query)),
    update: (query) => adapter.update(byHash(query)),
    updateMany: (query) => adapter.updateMany(byHash(query)),
    delete: (query) => adapter.delete(byHash(query)),
    deleteMany: (query) => adapter.deleteMany(byHash(query)),
    consumeOne: (query) => adapter.consumeOne(byHash(query)),
  }
}

type Condition = NonNullable<Parameters<Inner['findMany']>[0]['where']>[number]

function byHash<Q extends { model: string; where?: Condition[] | undefined }>(query: Q): Q {
  if (query.model !== 'session' || !query.where) return query
  return { ...query, where: query.where.map(hashed) }
}

function hashed(condition: Condition): Condition {
  if (condition.field !== 'token') return condition
  if (typeof condition.value === 'string') return { ...condition, value: hashOf(condition.value) }
  if (!Array.isArray(condition.value)) return condition
  return { ...condition, value: condition.value.map((token) => hashOf(String(token))) }
}

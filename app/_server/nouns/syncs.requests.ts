import { endSync, startSync } from '#db/commands/syncs/syncs.ts'
import { addPoint } from '#db/commands/syncs/points.ts'
import type { Ctx } from '#db/context.ts'
import { runningSync } from '#db/queries/syncs.ts'
import { type Means } from '../testing/means.ts'
import { one, type Requests } from '../testing/requests.ts'

/** The one that runs, started where none does: a group has a single running sync, and of two people who start it the first does. */
async function running(ctx: Ctx): Promise<number> {
  const held = await runningSync(ctx)
  if (held) return held.id
  const started = await startSync(ctx).catch(() => null)
  return started?.sync.id ?? (await running(ctx))
}

const sync = async ({ as }: Means) => ({ sync: await running(await as('em')) })

async function none({ as }: Means) {
  const em = await as('em')
  const held = await runningSync(em)
  if (held) await endSync(em, { sync: held.id })
  return {}
}

const point = async ({ as, word }: Means) => (await addPoint(await as('em'), { text: word() })).item

export const requests: Requests = {
  rows: {
    'syncs.list': { may: 'member' },
    'syncs.agenda': { may: 'member' },
    'syncs.read': { may: 'member', input: sync },
    'syncs.markdown': { may: 'member', input: sync },
    'syncs.start': { may: 'sync.record', input: none, again: { skip: true } },
    'syncs.end': { may: 'sync.record', input: sync },
    'syncs.lead': {
      may: 'sync.record',
      input: async (means) => ({ ...(await sync(means)), to: 'em' }),
      again: { to: 'pm' },
    },
    'syncs.presence': { may: 'member', input: sync },
    'syncs.be_here': {
      may: 'member',
      input: async (means) => ({ ...(await sync(means)), item: null }),
      again: { item: 'issue-1' },
    },
    'syncs.add_point': { may: 'sync.record', input: async ({ word }) => ({ text: word() }) },
    'syncs.remove_point': {
      may: 'sync.record',
      input: async (means) => ({ syncPoint: Number((await point(means)).replace('point-', '')) }),
    },
    'syncs.record': {
      may: 'sync.record',
      input: async (means) => ({
        item: await point(means),
        kind: 'done' as const,
        seen: 0,
        text: means.word(),
      }),
    },
  },
  names: {
    sync: { absent: 800_001, theirs: async (em) => running(em) },
    syncPoint: {
      absent: 800_001,
      theirs: async (em) => Number((await addPoint(em, { text: 'Theirs.' })).item.replace('point-', '')),
    },
    item: {
      absent: 'point-800001',
      theirs: async (em) => (await addPoint(em, { text: 'Theirs.' })).item,
    },
  },
  fields: {
    'syncs.lead.to': one('person'),
    'syncs.record.to': one('person'),
    'syncs.record.from': one('person'),
    'syncs.record.milestone': one('milestone'),
  },
  plain: [
    'item',
    'skip',
    'text',
    'kind',
    'seen',
    'atOnce',
    'on',
    'unblocked',
    'reason',
    'decision',
    'version',
  ],
}

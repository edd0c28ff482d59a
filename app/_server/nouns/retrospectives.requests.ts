import { addAction } from '#db/commands/retrospectives/actions.ts'
import { beginRetrospective, removeRetrospective } from '#db/commands/retrospectives/begin.ts'
import { addPoint } from '#db/commands/retrospectives/points.ts'
import {
  closeRetrospective,
  hidePoints,
  openRetrospective,
  reopenRetrospective,
} from '#db/commands/retrospectives/stages.ts'
import { votePoint } from '#db/commands/retrospectives/votes.ts'
import type { Ctx } from '#db/context.ts'
import { retrospectiveTable } from '#db/queries/retrospective-table.ts'
import { retrospectiveRow } from '#db/queries/retrospectives.ts'
import { inTransaction } from '#db/transaction.ts'
import { previousMonth } from '#lib/domain/retrospectives/months.ts'
import { monthOf } from '#lib/kit/plain-date.ts'
import { OURS, type Means } from '../testing/means.ts'
import { one, type Requests } from '../testing/requests.ts'

const DUE = '2099-12-01'

function monthsAgo({ now }: Ctx, count: number): string {
  let month = monthOf(now.toISOString())
  for (let back = 0; back < count; back += 1) month = previousMonth(month)
  return month
}

/** A month that has begun, so many months ago: each kind of request has one of its own. */
async function begun(means: Means, ago: number) {
  const em = await means.as('em')
  const retrospective = monthsAgo(em, ago)
  const row = await retrospectiveRow(em, retrospective)
  if (row.begunAt === null) await beginRetrospective(em, { group: OURS, month: retrospective })
  return { em, retrospective, row }
}

const WELL = { group: OURS, kind: 'well' as const }

/** One whose points are hidden, with at least one. */
async function writing(means: Means, ago: number) {
  const { em, retrospective, row } = await begun(means, ago)
  if (row.openedAt !== null) await inTransaction(em, (ctx) => hidePoints(ctx, retrospective))
  if (row.points === 0) await addPoint(em, { ...WELL, retrospective, text: means.word() })
  return { retrospective }
}

/** One whose points are open. */
async function opened(means: Means, ago: number) {
  const { em, retrospective, row } = await begun(means, ago)
  if (row.points === 0) await addPoint(em, { ...WELL, retrospective, text: means.word() })
  if (row.openedAt === null) await openRetrospective(em, { retrospective })
  if (row.closedAt !== null) {
    const minutes = { ...(await retrospectiveTable(em, retrospective)), actions: [] }
    await inTransaction(em, (ctx) => reopenRetrospective(ctx, retrospective, minutes))
  }
  return { retrospective }
}

async function closed(means: Means) {
  const { em, retrospective, row } = await begun(means, 5)
  if (row.closedAt === null) {
    await opened(means, 5)
    await closeRetrospective(em, { retrospective })
  }
  return { retrospective }
}

const pointBy = async (means: Means, at: { retrospective: string }) => ({
  ...at,
  point: (await addPoint(await means.as(means.worker), { ...WELL, ...at, text: means.word() })).point,
})

async function voted(means: Means) {
  const at = await pointBy(means, await opened(means, MONTHS.vote()))
  await votePoint(await means.as(means.worker), at)
  return at
}

async function agreedOn(means: Means) {
  const at = await opened(means, MONTHS.vote())
  const em = await means.as('em')
  const action = { group: OURS, ...at, text: means.word(), owner: em.actor.handle, dueOn: DUE }
  return { ...at, action: (await addAction(em, action)).action }
}

/** Of two months the other one each time, so that two requests are about different ones. */
function inTurn(one: number, another: number): () => number {
  let turn = 0
  return () => ((turn += 1) % 2 === 1 ? one : another)
}
const MONTHS = {
  begin: inTurn(11, 12),
  open: inTurn(6, 10),
  close: inTurn(8, 9),
  write: inTurn(4, 2),
  vote: inTurn(7, 1),
}

/** A month that has not begun by now. */
async function free(means: Means): Promise<string> {
  const em = await means.as('em')
  const month = monthsAgo(em, MONTHS.begin())
  const { begunAt, begunBy } = await retrospectiveRow(em, month)
  if (begunAt !== null && begunBy)
    await inTransaction(em, (ctx) => removeRetrospective(ctx, { id: month, by: begunBy }))
  return month
}

export const requests: Requests = {
  rows: {
    'retrospectives.list': { may: 'member', again: { before: '2099-01' } },
    'retrospectives.begin': {
      may: 'retrospective.run',
      input: async (means) => ({ month: await free(means) }),
    },
    'retrospectives.read': { may: 'member', input: closed, again: 'there is no other' },
    'retrospectives.open': { may: 'retrospective.run', input: (means) => writing(means, MONTHS.open()) },
    'retrospectives.close': { may: 'retrospective.run', input: (means) => opened(means, MONTHS.close()) },
    'retrospectives.add_point': {
      may: 'retrospective.write',
      input: async (means) => ({
        ...(await writing(means, MONTHS.write())),
        kind: 'thanks',
        text: means.word(),
        to: means.worker === 'engineer' ? 'em' : 'engineer',
      }),
    },
    'retrospectives.reword_point': {
      may: 'retrospective.write',
      input: async (means) => ({
        ...(await pointBy(means, await writing(means, MONTHS.write()))),
        kind: 'thanks',
        text: means.word(),
        to: means.worker === 'engineer' ? 'em' : 'engineer',
      }),
    },
    'retrospectives.withdraw_point': {
      may: 'retrospective.write',
      input: async (means) => pointBy(means, await writing(means, MONTHS.write())),
    },
    'retrospectives.vote': {
      may: 'retrospective.write',
      input: async (means) => pointBy(means, await opened(means, MONTHS.vote())),
    },
    'retrospectives.unvote': { may: 'retrospective.write', input: voted },
    'retrospectives.add_action': {
      may: 'retrospective.write',
      input: async (means) => ({
        ...(await opened(means, MONTHS.vote())),
        text: means.word(),
        owner: means.worker,
        dueOn: DUE,
      }),
    },
    'retrospectives.edit_action': {
      may: 'retrospective.write',
      input: async (means) => ({ ...(await agreedOn(means)), text: means.word() }),
    },
  },
  names: {
    retrospective: {
      absent: '2001-01',
      theirs: async (em, group) => (await beginRetrospective(em, { group, month: monthsAgo(em, 3) })).month,
    },
    point: {
      absent: 800_003,
      theirs: async (em, group) => {
        const at = { group, retrospective: monthsAgo(em, 0), kind: 'well' as const }
        return (await addPoint(em, { ...at, text: 'Theirs.' })).point
      },
    },
    action: {
      absent: 800_004,
      theirs: async (em, group) => {
        const at = { group, retrospective: monthsAgo(em, 1) }
        await addPoint(em, { ...at, kind: 'well', text: 'Theirs.' })
        await openRetrospective(em, at)
        const action = { ...at, text: 'Theirs.', owner: em.actor.handle, dueOn: DUE }
        return (await addAction(em, action)).action
      },
    },
  },
  fields: {
    'retrospectives.add_point.to': one('person'),
    'retrospectives.reword_point.to': one('person'),
    'retrospectives.add_action.owner': one('person'),
    'retrospectives.edit_action.owner': one('person'),
  },
  plain: ['before', 'month', 'text'],
}

import { zoneOrUtc } from '#lib/kit/zone.ts'
import { type Ctx, type GroupKey, THE_CLOCK } from './context.ts'
import { inTransaction } from './transaction.ts'

/**
 * One change that two groups keep, each in its own rows and its own ledger. The actor has rights in their group alone: in the
 * other one is written what its counterpart shares with it. Both are locked, the one that was there first before the other, so
 * that two who act from both sides wait in one line; inside of a transaction, as an undo is, its group is locked already, and a
 * deadlock is tried again.
 */
export function inBothGroups<T>(
  ctx: Ctx,
  partner: GroupKey,
  run: (ctx: Ctx, partner: Ctx) => Promise<T>,
): Promise<T> {
  const { attempt, ...plain } = ctx
  const inPartner = { ...plain, group: partner, actor: THE_CLOCK }
  if (ctx.inside || ctx.group.id < partner.id)
    return inTransaction(ctx, (ours) =>
      inTransaction(besides(inPartner, ours), (theirs) => run(ours, { ...theirs, actor: ours.actor })),
    )
  return inTransaction(inPartner, (theirs) =>
    inTransaction({ ...besides(plain, theirs), ...(attempt ? { attempt } : {}) }, (ours) =>
      run(ours, { ...theirs, actor: ours.actor }),
    ),
  )
}

/** On the connection of the transaction that has begun; nothing else of it is the other group’s. */
const besides = ({ actor, group, now }: Ctx, { db }: Pick<Ctx, 'db'>): Ctx => ({
  actor,
  group,
  now,
  db,
  inside: true,
})

/** The group with which something is shared; null for none of that number. */
export async function groupById({ db }: Pick<Ctx, 'db'>, id: number): Promise<GroupKey | null> {
  const { rows } = await db.query<GroupKey>({
    name: 'group-by-id',
    text: 'select id, slug, name, zone from groups where id = $1',
    values: [id],
  })
  const [group] = rows
  return group ? { ...group, zone: zoneOrUtc(group.zone) } : null
}

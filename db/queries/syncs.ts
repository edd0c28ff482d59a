import type { InputOf, OutputOf } from '#lib/contract/endpoint.ts'
import type { listSyncs as list, Sync } from '#lib/contract/syncs.ts'
import type { AgendaEntry } from '#lib/domain/syncs/agenda.ts'
import { nextSyncDay, type SyncState } from '#lib/domain/syncs/next.ts'
import type { SyncTurn } from '#lib/domain/syncs/turn.ts'
import { notFound } from '#lib/kit/failure.ts'
import type { PlainDate } from '#lib/kit/plain-date.ts'
import type { Ctx } from '../context.ts'
import { todayOf } from './milestones.ts'

const PAGE = 20

type Person = { id: string; handle: string; name: string }
/** A sync as commands look at it. */
export type SyncFacts = {
  id: number
  day: PlainDate
  state: SyncState
  lead: Person | null
  startedAt: Date | null
  endedAt: Date | null
  agenda: AgendaEntry[]
  over: string[]
  attended: Person[]
}

const PERSON = `jsonb_build_object('id', p.id, 'handle', p.handle, 'name', p.name)`
const COLUMNS = `s.id, s.day, s.state, s.started_at as "startedAt", s.ended_at as "endedAt",
  (select ${PERSON} from people p where p.id = s.lead_id) as lead,
  coalesce((select jsonb_agg(${PERSON} order by p.name, p.id) from people p where p.id = any(s.attended)), '[]') as attended`

/** @throws not_found also for one of another group */
export async function syncById(ctx: Ctx, id: number): Promise<SyncFacts> {
  const { rows } = await ctx.db.query<SyncFacts>({
    name: 'sync',
    text: `select ${COLUMNS}, s.agenda, s.over from syncs s where s.group_id = $1 and s.id = $2`,
    values: [ctx.group.id, id],
  })
  if (!rows[0]) throw notFound('That sync')
  return rows[0]
}

/** The one that runs. */
export async function runningSync(ctx: Ctx): Promise<SyncFacts | null> {
  const { rows } = await ctx.db.query<SyncFacts>({
    name: 'running-sync',
    text: `select ${COLUMNS}, s.agenda, s.over from syncs s where s.group_id = $1 and s.state = 'running'`,
    values: [ctx.group.id],
  })
  return rows[0] ?? null
}

/**
 * Whether the weekly sync happened, and when the next one is: the last that ended or was skipped, by day; null where there
 * was none yet, or where the group has no day for it.
 */
export async function lastAndNextSync(ctx: Ctx): Promise<{
  last: { id: number; day: PlainDate; state: SyncState } | null
  next: { day: PlainDate; time: string; minutes: number } | null
  /** How long one takes, also where none is planned. */
  minutes: number
}> {
  const [{ rows: turns }, { rows }] = await Promise.all([
    ctx.db.query<SyncTurn>({
      name: 'sync-turn',
      text: `select sync_day as "syncDay", sync_time as "syncTime", sync_minutes as "syncMinutes" from groups where id = $1`,
      values: [ctx.group.id],
    }),
    ctx.db.query<{ id: number; day: PlainDate; state: SyncState }>({
      name: 'last-sync',
      text: `select id, day, state from syncs where group_id = $1 and state <> 'running' order by day desc, id desc limit 1`,
      values: [ctx.group.id],
    }),
  ])
  const [turn] = turns
  if (!turn) throw new Error('The group of the context is gone.')
  const last = rows[0] ?? null
  const day = nextSyncDay(turn, todayOf(ctx), last && last.day)
  const { syncTime: time, syncMinutes: minutes } = turn
  return { last, next: day === null ? null : { day, time, minutes }, minutes }
}

type Listed = Omit<SyncFacts, 'agenda' | 'over'> & { outcomes: number }

export async function listSyncs(
  ctx: Ctx,
  { after }: Omit<InputOf<typeof list>, 'group'>,
): Promise<OutputOf<typeof list>> {
  const from = Number(after ?? 0)
  const [{ next: upcoming, minutes }, { rows }] = await Promise.all([
    lastAndNextSync(ctx),
    ctx.db.query<Listed>({
      name: 'syncs',
      text: `select ${COLUMNS},
          (select count(*)::int from sync_outcomes o where o.group_id = s.group_id and o.sync_id = s.id) as outcomes
        from syncs s where s.group_id = $1 order by s.state = 'running' desc, s.day desc, s.id desc limit ${PAGE + 1} offset $2`,
      values: [ctx.group.id, from],
    }),
  ])
  return {
    running: rows.find(({ state }) => state === 'running')?.id ?? null,
    upcoming,
    minutes,
    items: rows.slice(0, PAGE).map(({ outcomes, ...one }) => ({ ...shownSync(one), outcomes })),
    next: rows.length > PAGE ? String(from + PAGE) : null,
  }
}

const named = ({ handle, name }: Person) => ({ handle, name })

/** As the contract shows it. */
export const shownSync = (one: Omit<SyncFacts, 'agenda' | 'over'>): Sync => ({
  id: one.id,
  day: one.day,
  state: one.state,
  lead: one.lead && named(one.lead),
  startedAt: one.startedAt?.toISOString() ?? null,
  endedAt: one.endedAt?.toISOString() ?? null,
  attended: one.attended.map(named),
})

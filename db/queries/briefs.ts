import type { Brief, BriefItem, BriefItems } from '#lib/contract/briefs.ts'
import type { ForecastView } from '#lib/contract/forecast.ts'
import type { Overview } from '#lib/contract/milestone-overview.ts'
import type { SayDoItem } from '#lib/contract/say-do.ts'
import { slipText } from '#lib/domain/closing/reasons.ts'
import { partOf, sumOf } from '#lib/domain/say-do/parts.ts'
import { dayIn } from '#lib/kit/zone.ts'
import type { Ctx } from '../context.ts'
import { briefEvents } from './brief-events.ts'
import { peopleToAsk, placesOf } from './brief-facts.ts'
import { readForecast } from './forecast.ts'
import { keptUntilChange } from './kept.ts'
import { readMilestone } from './milestone-overview.ts'
import type { SayDoDetail } from './say-do-frozen.ts'
import { boxOf, detailsIn, readSayDo } from './say-do.ts'
import { listTeams } from './teams.ts'

/** All that every reader of the same sight has in common. */
type Common = Omit<Brief, 'lookedAt'>

/**
 * What a milestone promised, what moved, what is at risk and who to ask. Sums are the group's, lists are the reader's.
 *
 * @throws refused for a shelf
 */
async function readCommon(ctx: Ctx, { milestone }: { milestone: string }): Promise<Common> {
  const { box } = await boxOf(ctx, milestone)
  const asked = { milestone: box.slug }
  const [sayDo, details, overview, forecast, teams, people] = await Promise.all([
    readSayDo(ctx, asked),
    detailsIn(ctx, box),
    readMilestone(ctx, asked),
    readForecast(ctx, asked),
    listTeams(ctx),
    peopleToAsk(ctx),
  ])
  const refs = sayDo.items.map(({ ref }) => ref)
  const [events, places] = await Promise.all([
    briefEvents(ctx, box, sayDo.items),
    sayDo.frozenAt === null ? placesOf(ctx, refs) : new Map<number, BriefItem['state']>(),
  ])
  const items = new Map(sayDo.items.map((one) => [one.ref, itemOf(ctx, one, places.get(one.ref) ?? null)]))
  const shown = (some: readonly number[]) => some.flatMap((ref) => items.get(ref) ?? [])
  const list = (rows: readonly SayDoDetail[]): BriefItems => ({
    sum: sumOf(rows),
    items: shown(rows.map(({ ref }) => ref)),
    notShown: rows.filter((one) => !one.shown).length,
  })
  const gone = shown(sayDo.left?.gone ?? [])
  const left = sayDo.items.filter(
    ({ ref, outcome }) => outcome !== 'completed' && gone.every((one) => one.ref !== ref),
  )
  return {
    group: ctx.group.name,
    zone: ctx.group.zone,
    milestone: sayDo.milestone,
    today: overview.today,
    phase: sayDo.phase,
    sentence: sayDo.sentence,
    promised: list(details.filter(({ atStart }) => atStart)),
    moved: {
      added: list(partOf('addedLater', details)),
      reprioritised: list(partOf('reprioritised', details)),
      slipped: list(sayDo.left ? [] : partOf('slipped', details)),
      gone,
      redated: events.redated,
    },
    risks: risksOf(overview, forecast),
    ask: {
      people,
      dris: drisOf(left),
      teams: teams.items.map(({ slug, name, members }) => ({
        slug,
        name,
        people: members.filter(({ kind }) => kind === 'main').map((one) => one.name),
      })),
    },
    news: [...sayDo.notes, ...events.news].toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at)),
  }
}

/** The same for all readers of the same sight, and read once after each change. */
export const keptBrief = keptUntilChange(readCommon, { most: 64 })

function itemOf({ group }: Ctx, one: SayDoItem, state: BriefItem['state']): BriefItem {
  const { ref, title, weight, team, dri, outcome, enteredAt, reason, text, pushBack, destination } = one
  const because =
    outcome === 'reprioritised' ? (pushBack ?? '') : outcome === 'slipped' ? slipText(reason, text) : ''
  return {
    ref,
    title,
    weight,
    team: team?.name ?? null,
    dri,
    outcome,
    state,
    on: dayIn(group.zone, new Date(enteredAt)),
    because,
    wentTo: outcome === 'slipped' && destination ? (destination.title ?? 'no milestone') : null,
  }
}

/** When a person is away is between them and their group: a brief says that, and no day. */
const AWAY = 'Its DRI is away soon, without cover.'

function risksOf(
  { deliverables, drift, capacity }: Overview,
  { forecast, none }: ForecastView,
): Common['risks'] {
  const { days: _days, ...fan } = forecast?.count ?? { days: [] }
  return {
    blocked: deliverables?.blocked ?? [],
    blockedNotShown: deliverables ? deliverables.blockedCount - deliverables.blocked.length : 0,
    drift: drift.map((one) => (one.kind === 'away' ? { ...one, because: AWAY } : one)),
    forecast: 'likely' in fan ? fan : null,
    noForecast: none?.because ?? null,
    capacity: capacity && { weight: capacity.weight, load: capacity.load },
  }
}

function drisOf(items: readonly SayDoItem[]): Common['ask']['dris'] {
  const driven = items.flatMap(({ ref, dri }) => (dri ? [{ ref, dri }] : []))
  const byPerson = Map.groupBy(driven, ({ dri }) => dri.handle)
  return [...byPerson.values()].flatMap((own) =>
    own.slice(0, 1).map(({ dri }) => ({ ...dri, refs: own.map(({ ref }) => ref) })),
  )
}

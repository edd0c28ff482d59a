import type { WrittenEvent } from '#lib/kit/ics/write.ts'
import { daysOfIsoWeek, type IsoWeek } from '#lib/kit/iso-week.ts'
import { addDays, isoWeek, type PlainDate } from '#lib/kit/plain-date.ts'
import { atTime } from '#lib/kit/zone.ts'
import { type SyncTurn, syncDayFrom } from '../syncs/turn.ts'
import { dueOn } from '../updates/owed.ts'
import type { FeedOf } from './feed-names.ts'

/** What the group does, beside who is away: no titles of issues, so that nothing confidential can be in it. */
export type FeedFacts = {
  syncs: { turn: SyncTurn; from: PlainDate; to: PlainDate; skipped: readonly IsoWeek[] } | null
  updates: { day: number; weeks: readonly IsoWeek[] } | null
  milestones: readonly { id: string; title: string; startOn: PlainDate; dueOn: PlainDate }[]
  activities: readonly { id: number; name: string; days: readonly PlainDate[] }[]
  shifts: readonly { team: string; teamId: number; weekOn: PlainDate; person: string }[]
}

type Feed = {
  of: FeedOf
  group: { slug: string; zone: string }
  /** When the feed was made: of what comes round there is no other moment at which it was written. */
  createdAt: Date
}

/** Each an event of its own, in UTC or on whole days: no rule of repetition that calendar programs read in two ways. */
export function feedEvents(feed: Feed, facts: FeedFacts): WrittenEvent[] {
  const event = (key: string, title: string, span: WrittenEvent['span']): WrittenEvent => ({
    uid: `${key}@${feed.group.slug}.saydo`,
    title,
    span,
    at: feed.createdAt,
    busy: false,
  })
  const onDay = (key: string, title: string, day: PlainDate) => event(key, title, { from: day, to: day })
  return [
    ...syncDays(facts.syncs).map((day) => {
      const { syncTime, syncMinutes } = facts.syncs?.turn ?? { syncTime: '00:00', syncMinutes: 0 }
      const begins = atTime(feed.group.zone, day, syncTime)
      const ends = new Date(begins.getTime() + syncMinutes * 60_000)
      return event(`sync-${isoWeek(day)}`, 'Weekly sync', { begins, ends })
    }),
    ...(facts.updates?.weeks ?? []).map((week) =>
      onDay(
        `update-${week}`,
        feed.of === 'me' ? 'Your weekly update is due' : 'Weekly updates are due',
        dueOn(week, facts.updates?.day ?? 5),
      ),
    ),
    ...facts.milestones.flatMap(({ id, title, startOn, dueOn: last }) => [
      onDay(`milestone-${id}-start`, `${title} starts`, startOn),
      onDay(`milestone-${id}-end`, `${title} ends, its outcome is frozen at the end of the day`, last),
    ]),
    ...facts.activities.flatMap(({ id, name, days }) =>
      days.map((day) => onDay(`activity-${id}-${day}`, name, day)),
    ),
    ...facts.shifts.map(({ team, teamId, weekOn, person }) =>
      event(
        `shift-${teamId}-${weekOn}`,
        feed.of === 'me' ? `Triage of ${team}` : `${person}: triage of ${team}`,
        {
          from: weekOn,
          to: daysOfIsoWeek(isoWeek(weekOn))[4] ?? weekOn,
        },
      ),
    ),
  ]
}

function syncDays(syncs: FeedFacts['syncs']): PlainDate[] {
  const days: PlainDate[] = []
  if (syncs === null) return days
  let day = syncDayFrom(syncs.turn, syncs.from)
  while (day !== null && day <= syncs.to) {
    if (!syncs.skipped.includes(isoWeek(day))) days.push(day)
    day = addDays(day, 7)
  }
  return days
}

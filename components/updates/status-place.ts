import { isIsoWeek, previousIsoWeek } from '#lib/kit/iso-week.ts'
import type { IsoWeek } from '#lib/kit/iso-week.ts'
import { isoWeek } from '#lib/kit/plain-date.ts'
import type { PlainDate } from '#lib/kit/plain-date.ts'

export const STATUS_VIEWS = ['mine', 'group', 'history'] as const
export type StatusView = (typeof STATUS_VIEWS)[number]

/** What the page shows. `current` is the week that runs in the group. */
export type StatusPlace = { view: StatusView; week: IsoWeek; current: IsoWeek }

type Asked = { get: (name: string) => string | null }
type Facts = { today: PlainDate; mayPost: boolean }

/**
 * From the address: one’s own updates are those of this week, the history begins with the week before. A week
 * to come, or what is no week, is left out. A reader who posts none sees those of the group first.
 */
export function statusPlace(asked: Asked, { today, mayPost }: Facts): StatusPlace {
  const current = isoWeek(today)
  const view = STATUS_VIEWS.find((one) => one === asked.get('view')) ?? (mayPost ? 'mine' : 'group')
  if (view === 'mine') return { view, week: current, current }
  const week = asked.get('week') ?? ''
  const usual = view === 'history' ? previousIsoWeek(current) : current
  return { view, week: isIsoWeek(week) && week <= current ? week : usual, current }
}

/** The same as a query; what is usual is left out. */
export function statusQuery({ view, week, current }: StatusPlace): Record<string, string> {
  if (view === 'mine') return { view }
  const usual = view === 'history' ? previousIsoWeek(current) : current
  return week === usual ? { view } : { view, week }
}

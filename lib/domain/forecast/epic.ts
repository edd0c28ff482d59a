import type { PlainDate } from '#lib/kit/plain-date.ts'

import { chanceOf, SURE } from './fan.ts'
import type { DayOfWork } from '../capacity/by-day.ts'
import { FEWEST_PAST, MOST_PAST, type PastMilestone, tooLittle } from './past.ts'
import { runTrials } from './trials.ts'

/** Half a year: what takes longer is planned anew before it ends. */
export const EPIC_DAYS = 182

export type EpicForecast = {
  /** The days by which all that is open now is closed in half of the runs, and in 85 % of them; null for none within half a year. */
  likely: PlainDate | null
  sure: PlainDate | null
  /** That it is closed within half a year, 0–1. */
  chance: number
}

type Input = {
  /** What was closed of the epic in milestones that are over, the latest first. */
  past: readonly PastMilestone[]
  ahead: readonly DayOfWork[]
  /** Open issues of the epic. */
  open: number
  seed: string
}

/**
 * When the open issues of an epic are likely closed, at the pace at which issues of it were closed in past milestones. Null
 * with too little history, where nothing is open, and where nothing of it was closed yet: then there is no pace.
 */
export function epicForecastOf({ past, ahead, open, seed }: Input): EpicForecast | null {
  const looked = past.slice(0, MOST_PAST)
  const hasPace = looked.some(({ days }) => days.some(({ count }) => count > 0))
  if (whyNoEpicForecast({ open, past: looked.length, hasPace }) !== null) return null
  const { count } = runTrials({ past: looked, ahead, open: { count: open, weight: 0 }, seed })
  const dayOf = (share: number) =>
    ahead[count.findIndex((counts) => chanceOf(counts, open) >= share)]?.day ?? null
  const last = count.at(-1)
  return { likely: dayOf(0.5), sure: dayOf(SURE), chance: last ? chanceOf(last, open) : 0 }
}

/** Why there is no forecast of an epic, in words; null where there is one. */
export function whyNoEpicForecast({
  open,
  past,
  hasPace,
}: {
  open: number
  past: number
  hasPace: boolean
}): string | null {
  if (open === 0) return 'No issue of it is open.'
  if (past < FEWEST_PAST) return `${tooLittle(past)}.`
  return hasPace ? null : `No issue of it was closed in the last ${past} milestones.`
}

import { type Assembled, updatesMarkdown } from '../updates/assembled.ts'
import type { PlanningBlocks } from './blocks.ts'
import { withBlocks } from './markdown.ts'

type Updates = { on: string; updates: readonly Assembled[] }
type Where = { group: string; origin: string }

/** The planning issue as it stands on its page: its text and blocks, and below them what the group posted of the week. */
export function planningMarkdown(
  description: string,
  blocks: PlanningBlocks,
  week: Updates | null,
  where: Where,
): string {
  const text = withBlocks(description, blocks, where)
  if (week === null || week.updates.length === 0) return text
  return `${text}\n${updatesMarkdown(week.updates, { on: week.on, ...where })}`
}

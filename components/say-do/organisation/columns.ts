import type { GroupSayDo } from './figures.tsx'

export type Column = {
  /** How many milestones before the latest. */
  back: number
  heading: string
  /** All groups call theirs by the heading. */
  isShared: boolean
}

/** A column for each milestone back, the latest at the right; named by its title where all groups use the same. */
export function columnsOf(groups: readonly Pick<GroupSayDo, 'milestones'>[]): Column[] {
  const most = Math.max(0, ...groups.map(({ milestones }) => milestones.length))
  return Array.from({ length: most }, (_, at) => most - 1 - at).map((back) => {
    const titles = new Set(groups.flatMap(({ milestones }) => milestones[back]?.title ?? []))
    const [first = ''] = titles
    return { back, heading: titles.size === 1 ? first : placeText(back), isShared: titles.size === 1 }
  })
}

const placeText = (back: number) => (back === 0 ? 'Latest' : `${back} before`)

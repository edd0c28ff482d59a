export type Size = {
  groups: number
  /** People and issues of all groups together, divided evenly. */
  people: number
  issues: number
  /** How many open cards the Build Boards of the first groups have; those of the others have `otherwise`. */
  boards: readonly number[]
  otherwise: number
  /** One more group, of a usual size. */
  usual?: { people: number; issues: number; board: number }
}

export type LoadGroup = {
  number: number
  slug: string
  name: string
  people: number
  /** The number in the name of the group's first person. */
  firstPerson: number
  issues: number
  /** Open cards on the Build Board of the current milestone. */
  board: number
}

/** What `npm run seed:large` adds. The group of a usual size has some three hundred candidates in the next milestone. */
export const LARGE: Size = {
  groups: 20,
  people: 5000,
  issues: 200_000,
  boards: [1000, 5000],
  otherwise: 60,
  usual: { people: 49, issues: 5060, board: 60 },
}

export function loadGroups({ groups, people, issues, boards, otherwise, usual }: Size): LoadGroup[] {
  const each = Math.floor(people / groups)
  const large = Array.from({ length: groups }, (_, place) => ({
    number: place + 1,
    slug: `load-${place + 1}`,
    name: `Load ${place + 1}`,
    people: each,
    firstPerson: place * each + 1,
    issues: Math.floor(issues / groups),
    board: boards[place] ?? otherwise,
  }))
  if (!usual) return large
  const number = groups + 1
  const [slug, name] = [`load-${number}`, `Load ${number}`]
  return [...large, { number, slug, name, firstPerson: groups * each + 1, ...usual }]
}

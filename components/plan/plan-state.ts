/** A candidate that shall become a Deliverable; `dri` where the plan names another person than the issue does. */
export type Pick = { ref: number; dri: string | null }

/** All that the page shows besides its data, so that a reload or a copied link shows the same thing. */
export type PlanState = {
  picks: readonly Pick[]
  /** The step that is open, by its name. */
  step: string | null
  /** Where there is room for one of both. */
  tab: 'candidates' | 'issue'
  /** The picks began as a proposal: why the others were left out is shown. */
  isProposed: boolean
}

/** As many as one act can make. */
export const MOST_PICKS = 500

export function planStateFrom(query: Query): PlanState {
  return {
    picks: picksIn(query.get('picks') ?? ''),
    step: query.get('step'),
    tab: query.get('tab') === 'issue' ? 'issue' : 'candidates',
    isProposed: query.get('proposal') === 'yes',
  }
}

type Query = { get: (name: string) => string | null }

/** `172,194:julie`: each number once, with the person of the plan behind it. */
function picksIn(text: string): Pick[] {
  const picks = new Map<number, Pick>()
  for (const part of text.split(',')) {
    const [, ref = '', dri = null] = /^(\d{1,9})(?::([a-z0-9][a-z0-9._-]{0,63}))?$/i.exec(part) ?? []
    if (Number(ref) > 0 && picks.size < MOST_PICKS)
      picks.set(Number(ref), { ref: Number(ref), dri: dri ?? null })
  }
  return [...picks.values()]
}

const wordOf = ({ ref, dri }: Pick): string => (dri === null ? String(ref) : `${ref}:${dri}`)

/** The address with this state; what else it says, such as the issue beside the list, stays. */
export function queryWith(search: string, { picks, step, tab, isProposed }: PlanState): string {
  const query = new URLSearchParams(search)
  const put = (name: string, value: string | null) => (value ? query.set(name, value) : query.delete(name))
  put('picks', picks.map(wordOf).join())
  put('step', step)
  put('tab', tab === 'issue' ? tab : null)
  put('proposal', isProposed ? 'yes' : null)
  const text = query.toString().replaceAll('%2C', ',').replaceAll('%3A', ':')
  return text && `?${text}`
}

/** Puts one in or out. */
export const toggled = (picks: readonly Pick[], ref: number): Pick[] =>
  picks.some((pick) => pick.ref === ref)
    ? picks.filter((pick) => pick.ref !== ref)
    : [...picks, { ref, dri: null }]

/** With all of these; what is in already stays as it is. */
export const withPicks = (picks: readonly Pick[], refs: readonly number[]): Pick[] => [
  ...picks,
  ...refs.filter((ref) => picks.every((pick) => pick.ref !== ref)).map((ref) => ({ ref, dri: null })),
]

/** With another DRI for one, who is picked by that. */
export const withDri = (picks: readonly Pick[], ref: number, dri: string | null): Pick[] =>
  withPicks(picks, [ref]).map((pick) => (pick.ref === ref ? { ref, dri } : pick))

import type { Refusal } from '#lib/kit/refusal.ts'

/** What belongs to a team now, or did: people and issues of the past are part of the record. */
export type TeamHoldings = {
  name: string
  people: boolean
  scope: boolean
  boundary: boolean
  issues: boolean
}

/** Who owned what in March can be answered only while the team is known that owned it. */
export function whyNotRemoveTeam({ name, people, scope, boundary, issues }: TeamHoldings): Refusal | null {
  if (people || issues) {
    const what = people && issues ? 'people and issues' : people ? 'people' : 'issues'
    return { code: 'team_worked', because: `${name} has or had ${what} and stays in the record.` }
  }
  if (!scope && !boundary) return null
  const what = scope ? 'owns areas' : 'faces a boundary'
  return { code: 'team_owns', because: `${name} ${what}. Give them to another team first.` }
}

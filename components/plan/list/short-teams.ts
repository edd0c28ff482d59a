type Named = { team: string; name: string }
export type ShortTeam = { short: string; name: string }

/** The teams by slug, each called by its first word where no other begins with it: “Health” for Health & Connectivity. */
export function shortTeams(teams: readonly Named[]): ReadonlyMap<string, ShortTeam> {
  const firsts = Map.groupBy(teams, ({ name }) => firstOf(name))
  return new Map(
    teams.map(({ team, name }) => {
      const first = firstOf(name)
      return [team, { name, short: firsts.get(first)?.length === 1 ? first : name }]
    }),
  )
}

const firstOf = (name: string): string => name.split(' ', 1)[0] ?? name

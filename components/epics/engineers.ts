type Person = { handle: string; name: string; roles: readonly string[] }

/** Who may be a tech lead: the engineers of the group. */
export const engineersOf = (people: readonly Person[]): Person[] =>
  people.filter(({ roles }) => roles.includes('engineer') || roles.includes('staff_engineer'))

/** The query of a page as the router gives it: a name that is written twice has a list. */
export type Searched = Record<string, string | string[] | undefined>

/** The same as the browser has it; of a list, the first one counts. */
export const queryOf = (searched: Searched): URLSearchParams =>
  new URLSearchParams(
    Object.entries(searched).flatMap(([name, value]) =>
      [value].flat().flatMap((one) => (one === undefined ? [] : [[name, one]])),
    ),
  )

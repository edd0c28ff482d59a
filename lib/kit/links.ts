/** The addresses of pages, in the words that people say: `/custom-models/boards/build?milestone=19.4`. */
export const signInLink = '/sign-in'

/** The door, and from there back to where one was: a path of this site with its query. */
export const signInFrom = (address: string) => withQuery(signInLink, { next: address })

export const groupLink = (group: string) => `/${encodeURIComponent(group)}`

export const boardLink = (group: string, board: string, query: Record<string, string> = {}) =>
  withQuery(`${groupLink(group)}/boards/${encodeURIComponent(board)}`, query)

export const issuesLink = (group: string, query: Record<string, string> = {}) =>
  withQuery(`${groupLink(group)}/issues`, query)

/** The issue triage report, at a finding of it. */
export const reportLink = (group: string, finding?: string) =>
  `${groupLink(group)}/issues/report${finding ? `#${finding}` : ''}`

/** A saved view: its place, as it was looked at. */
export const viewLink = (group: string, { place, query }: { place: string; query: string }) =>
  `${groupLink(group)}/${place}${query ? `?${query}` : ''}`

export const epicsLink = (group: string) => `${groupLink(group)}/epics`

export const epicLink = (group: string, epic: number) => `${groupLink(group)}/epics/${epic}`

export const issueLink = (group: string, ref: number) => `${groupLink(group)}/issues/${ref}`

export const ownershipLink = (group: string) => `${groupLink(group)}/ownership`

export const peopleLink = (group: string) => `${groupLink(group)}/people`

export const activityLink = (group: string) => `${groupLink(group)}/activity`

/** `section` as in the address: `people`, `tokens`. */
export const settingsLink = (group: string, section?: string) =>
  `${groupLink(group)}/settings${section ? `/${section}` : ''}`
export const weekLink = (group: string) => `${groupLink(group)}/week`

/** `view` is `snoozed` or `done`; without it, what waits. */
export const inboxLink = (group: string, view?: string) =>
  withQuery(`${groupLink(group)}/inbox`, view ? { view } : {})

export const undoLink = (group: string) => `${groupLink(group)}/activity/mine`

export const searchLink = (group: string, q = '') =>
  withQuery(`${groupLink(group)}/search`, q === '' ? {} : { q })

function withQuery(path: string, query: Record<string, string>): string {
  const text = new URLSearchParams(query).toString()
  return text ? `${path}?${text}` : path
}

/** The reference of the API; `noun` is the first word of an endpoint's id, `anchor` its second. */
export const referenceLink = (noun?: string, anchor?: string) =>
  `/api/docs${noun ? `/${noun}` : ''}${anchor ? `#${anchor}` : ''}`

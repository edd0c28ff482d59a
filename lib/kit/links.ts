/** The addresses of pages, in the words that people say: `/custom-models/boards/build?milestone=19.4`. */
export const signInLink = '/sign-in'

/** The sign-in page, and from there back to the page before: a path of this site with its query. */
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

export const personLink = (group: string, handle: string) =>
  `${peopleLink(group)}/${encodeURIComponent(handle)}`

/** `query` says which month or milestone. */
export const timeOffLink = (group: string, query: Record<string, string> = {}) =>
  withQuery(`${groupLink(group)}/time-off`, query)

/** The register of models, at one of them. */
export const modelsLink = (group: string, model?: number) =>
  withQuery(`${groupLink(group)}/models`, model === undefined ? {} : { model: String(model) })

export const activityLink = (group: string) => `${groupLink(group)}/activity`

/** `section` as in the address: `people`, `tokens`. */
export const settingsLink = (group: string, section?: string) =>
  `${groupLink(group)}/settings${section ? `/${section}` : ''}`

/** What a milestone is for and how far it is; `current` and `next` stand for what they are on the day of the visit. */
export const milestoneLink = (group: string, milestone = 'current') =>
  `${groupLink(group)}/milestones/${encodeURIComponent(milestone)}`

/** What stakeholders ask of a milestone, on one page. */
export const briefLink = (group: string, milestone: string) => `${milestoneLink(group, milestone)}/brief`

/** Say/Do of all groups that the reader has access to; `query` says of how many milestones. */
export const organisationLink = (query: Record<string, string> = {}) => withQuery('/organisation', query)

/** The capacity of a milestone; `next` and `current` stand for what they are on the day of the visit. */
export const capacityLink = (group: string, milestone = 'next', query: Record<string, string> = {}) =>
  withQuery(`${milestoneLink(group, milestone)}/capacity`, query)

/** The plan of a milestone; `next` and `current` as for capacity. */
export const planLink = (group: string, milestone = 'next', query: Record<string, string> = {}) =>
  withQuery(`${groupLink(group)}/milestones/${encodeURIComponent(milestone)}/plan`, query)

/** What was said and done: of a milestone, or without one of the latest that is over. */
export const sayDoLink = (group: string, milestone?: string, query: Record<string, string> = {}) =>
  withQuery(`${milestone === undefined ? groupLink(group) : milestoneLink(group, milestone)}/say-do`, query)

/** How work goes through the group; `query` says of which milestones, team and type. */
export const insightsLink = (group: string, query: Record<string, string> = {}) =>
  withQuery(`${groupLink(group)}/insights`, query)

/** The register of push-backs; with the number of one, with that one open. */
export const pushBacksLink = (group: string, pushBack?: number, query: Record<string, string> = {}) =>
  withQuery(`${groupLink(group)}/push-backs`, {
    ...query,
    ...(pushBack === undefined ? {} : { show: String(pushBack) }),
  })

/** A what-if of a milestone, by the word for it. */
export const sandboxLink = (group: string, milestone: string, sandbox: string) =>
  `${groupLink(group)}/milestones/${encodeURIComponent(milestone)}/sandbox/${encodeURIComponent(sandbox)}`

/** The weekly status updates; `query` says of which week, and in which view. */
export const statusLink = (group: string, query: Record<string, string> = {}) =>
  withQuery(`${groupLink(group)}/status`, query)

/** Who drives what; `query` narrows it. */
export const drisLink = (group: string, query: Record<string, string> = {}) =>
  withQuery(`${groupLink(group)}/dris`, query)

/** The room of the weekly sync, which is its minutes afterwards; without an id, the agenda of the next one. */
export const syncLink = (group: string, sync?: number) =>
  `${groupLink(group)}/sync${sync === undefined ? '' : `/${sync}`}`

/** Raised hands, and how they ended. */
export const handsLink = (group: string, query: Record<string, string> = {}) =>
  withQuery(`${groupLink(group)}/hands`, query)

/** The retrospectives; with a month, such as `2026-11`, the one of it. */
export const retrospectiveLink = (group: string, month?: string) =>
  `${groupLink(group)}/retrospectives${month ? `/${month}` : ''}`

/** What the group does again and again, at one of its activities. */
export const cadenceLink = (group: string, activity?: number) =>
  withQuery(`${groupLink(group)}/cadence`, activity === undefined ? {} : { activity: String(activity) })

export const driftLink = (group: string) => `${groupLink(group)}/drift`

export const weekLink = (group: string) => `${groupLink(group)}/week`

/** Mentions that wait for an answer. */
export const pingsLink = (group: string) => `${groupLink(group)}/pings`

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

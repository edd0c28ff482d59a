import { randomUUID } from 'node:crypto'
import { viewBoard, type BoardView } from '#lib/contract/boards.ts'
import type { SentTo } from '#lib/contract/endpoint.ts'
import { createIssue, releaseIssue, type Card } from '#lib/contract/issues.ts'
import type { Client } from './client.ts'

export const GROUP = 'custom-models'

type Sent = SentTo<typeof createIssue>

export type IssueFields = Partial<Omit<Sent, 'group' | 'labels'>> & {
  type?: 'bug' | 'maintenance' | 'feature' | null
  /** Of the workflow, as people say it: 'in dev'. */
  state?: string | null
  deliverable?: boolean
  /** Beside the group's, the type's and the workflow's. */
  labels?: string[]
}

/** A word that nothing else in the world holds: cards are found by it, whatever else lies on their board. */
export const newWord = (): string => `w${randomUUID().slice(0, 8)}`

/**
 * An issue as the EM would enter it: unless wished otherwise, work in dev on the Build board of this milestone, driven
 * by nobody. A word that no other issue has follows its title, so that stories do not meet each other's issues.
 */
export async function enterIssue(em: Client, fields: IssueFields = {}): Promise<Card> {
  const {
    title = 'A small piece of work',
    type = 'bug',
    state = 'in dev',
    deliverable = true,
    ...rest
  } = fields
  const { dri = null, labels = [], ...facts } = rest
  const { card } = await em.ask(createIssue, {
    group: GROUP,
    title: `${title} ${newWord()}`,
    description: 'Enough to start from.',
    weight: 2,
    milestone: (await buildBoard(em)).current,
    // A Deliverable needs somebody: where nobody shall drive it, the EM stands in and lets go.
    dri: dri ?? (deliverable ? em.handle : null),
    labels: [
      'group::custom models',
      ...(type ? [`type::${type}`] : []),
      ...(state ? [`workflow::${state}`] : []),
      ...(deliverable ? ['Deliverable'] : []),
      ...labels,
    ],
    ...facts,
  })
  if (dri !== null || !deliverable) return card
  return (await em.ask(releaseIssue, { group: GROUP, ref: card.ref })).card
}

const views = new Map<string, Promise<BoardView>>()

/** A board as it was when first asked for: for its columns, milestones, people, teams and epics. */
export function boardOnce(client: Client, board: string): Promise<BoardView> {
  const key = `${client.address} ${board}`
  const known = views.get(key) ?? client.ask(viewBoard, { group: GROUP, board })
  views.set(key, known)
  return known
}

export const buildBoard = (client: Client): Promise<BoardView> => boardOnce(client, 'build')

import type { QueryClient } from '@tanstack/react-query'

import { refreshAll, refreshTopics } from '#components/changes/cache-sync.ts'
import { outbox } from '#components/changes/outbox.ts'
import { liveState } from '#components/shell/live-state.ts'
import { build } from '#components/ui/build.ts'

import { applyEvent, applyInbox } from './apply-news.ts'
import type { News } from './live-stream.ts'
import { checkSession, loseAccess } from './session.ts'

/** `build` is the one that the page is from, `today` the group's day as the page knows it. */
export type About = { client: QueryClient; group: string; build: string; today: () => string }

/** The last event that was absorbed, by group: what is cached of a group is true up to there, also after a visit elsewhere. */
const heard = new Map<string, number>()
export const heardOf = (group: string) => heard.get(group)

/** What each piece of news does to what is cached and shown. It comes along with the stream, which alone brings any. */
export const hearing =
  ({ client, group, build: own, today }: About) =>
  (news: News) => {
    if (news.kind === 'gone') loseAccess(news.because)
    if (news.kind === 'status') liveState.set({ status: news.status })
    if (news.kind === 'refused') void checkSession(group)
    if (news.kind === 'beat') build.set({ isOld: news.build !== own })
    if (news.kind === 'inbox') applyInbox(client, group, news.waiting)
    if (news.kind === 'room') void refreshTopics(client, ['sync_presence'])
    if (news.kind === 'present') liveState.set({ people: news.people })
    // With a new day another milestone may be the current one, and other things are due.
    if (news.kind === 'day' && news.day !== today()) refreshAll(client)
    if (news.kind === 'away') outbox.set({ away: 'database' })
    if (news.kind === 'reset') refreshAll(client)
    if (news.kind === 'reset' && news.number !== null) heard.set(group, news.number)
    if (news.kind !== 'message') return
    applyEvent(client, group, news.message)
    heard.set(group, news.message.number)
  }

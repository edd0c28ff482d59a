import { planLink } from '#lib/kit/links.ts'

import { type StepKey, type StepOwner, STEP_TEXTS } from '../plan/steps.ts'
import type { Change, PersonRef, TitledRef } from '../event-refs.ts'
import { named } from '../telling.ts'
import { event, listed } from './row.ts'

type InMilestone = { milestone: TitledRef }
type Invited = PersonRef & { accepted: boolean | null }
/** `at`: an instant in UTC. */
export type SessionData = { at: string; invited: Invited[] }
/** What the group sets of a step; null for what is usual. */
export type StepData = { dueBefore: number; owner: StepOwner }
export type SessionStage = 'none' | 'scheduled' | 'running' | 'held'
type StepChange = { key: StepKey } & Change<StepData | null>

const session = ({ id }: TitledRef) => `plan-session ${id}`
const title = (key: StepKey): string => STEP_TEXTS[key].title

export const planEvents = {
  'plan.noted': event<InMilestone & { step: StepKey } & Change<string>>({
    sentence: ({ milestone, step, to }) =>
      to === ''
        ? `removed the note of “${title(step)}” from the plan of ${milestone.title}`
        : `noted at “${title(step)}” in the plan of ${milestone.title}: ${to.replace(/\.$/, '')}`,
    things: ({ milestone, step }) => [`plan-note ${milestone.id} ${step}`],
  }),
  /** Scheduled, moved to another time, or cancelled where `to` is null. */
  'plan.session_set': event<InMilestone & Change<SessionData | null>>({
    sentence: ({ milestone, from, to }) => {
      if (to === null) return `cancelled the joint planning session of ${milestone.title}`
      const what = from === null ? 'scheduled' : from.at === to.at ? 'changed who is invited to' : 'moved'
      return `${what} the joint planning session of ${milestone.title}`
    },
    things: ({ milestone }) => [session(milestone)],
    tells: ({ from, to }) => named('asked', newlyAsked(from, to)),
    page: ({ group, key }) => planLink(group, key),
  }),
  'plan.session_answered': event<InMilestone & { person: PersonRef } & Change<boolean | null>>({
    sentence: ({ milestone, to }) => {
      const did = to === null ? 'withdrew the answer to' : to ? 'accepted' : 'declined'
      return `${did} the joint planning session of ${milestone.title}`
    },
    things: ({ milestone, person }) => [`${session(milestone)} answer ${person.id}`],
  }),
  /** How far it went: from `none` where it starts without having been scheduled. */
  'plan.session_ran': event<InMilestone & Change<SessionStage>>({
    sentence: ({ milestone, from, to }) => {
      const session = `the joint planning session of ${milestone.title}`
      if (to === 'held') return `ended ${session}`
      if (to === 'running') return `${from === 'held' ? 'reopened' : 'started'} ${session}`
      return `reset the start of ${session}`
    },
    things: ({ milestone }) => [session(milestone)],
  }),
  'plan_step.set': event<{ steps: StepChange[] }>({
    sentence: ({ steps }) =>
      `changed when planning is due: ${listed(steps.map(({ key, to }) => stepText(key, to)))}`,
    things: ({ steps }) => steps.map(({ key }) => `plan-step ${key}`),
  }),
}

/** Those who are invited to a session, or to another time of it. */
function newlyAsked(from: SessionData | null, to: SessionData | null): string[] {
  const asked = from?.at === to?.at ? new Set(from?.invited.map(({ id }) => id)) : new Set()
  return (to?.invited ?? []).map(({ id }) => id).filter((id) => !asked.has(id))
}

function stepText(key: StepKey, to: StepData | null): string {
  if (to === null) return `“${title(key)}” as usual`
  const days = to.dueBefore === 1 ? '1 working day' : `${to.dueBefore} working days`
  return `“${title(key)}” ${days} before the start, by the ${to.owner.toUpperCase()}`
}

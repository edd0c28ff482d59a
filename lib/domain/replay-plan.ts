import type { Recorded } from './events.ts'
import type { SessionStage, StepData } from './events/plan.ts'

export type SessionState = {
  at: string
  /** By person, whether they accepted. */
  invited: Map<string, boolean | null>
  startedAt: Date | null
  endedAt: Date | null
}

/** What events tell of the planning of milestones. */
export type PlanState = {
  /** By milestone and step. */
  planNotes: Map<string, string>
  /** By milestone. */
  sessions: Map<string, SessionState>
  /** By step, where it is not as usual. */
  planSteps: Map<string, StepData>
}

export const emptyPlan = (): PlanState => ({
  planNotes: new Map(),
  sessions: new Map(),
  planSteps: new Map(),
})

/** What an event makes of the planning of milestones. */
export function applyToPlan(state: PlanState, event: Recorded): void {
  switch (event.type) {
    case 'plan.noted': {
      const { milestone, step, to } = event.data
      return put(state.planNotes, `${milestone.id} ${step}`, to === '' ? null : to)
    }
    case 'plan.session_set': {
      const { milestone, to } = event.data
      const invited = new Map(to?.invited.map(({ id, accepted }) => [id, accepted]))
      return put(state.sessions, milestone.id, to && { at: to.at, invited, startedAt: null, endedAt: null })
    }
    case 'plan.session_answered': {
      const { milestone, person, to } = event.data
      state.sessions.get(milestone.id)?.invited.set(person.id, to)
      return
    }
    case 'plan.session_ran':
      return run(state.sessions, event.data.milestone.id, event.data.to, event.happenedAt)
    case 'plan_step.set':
      for (const { key, to } of event.data.steps) put(state.planSteps, key, to)
      return
    default:
  }
}

function run(sessions: PlanState['sessions'], milestone: string, to: SessionStage, at: Date): void {
  const known = sessions.get(milestone)
  const session = known ?? { at: at.toISOString(), invited: new Map(), startedAt: null, endedAt: null }
  if (to === 'none') sessions.delete(milestone)
  else if (to === 'scheduled') sessions.set(milestone, { ...session, startedAt: null })
  else if (to === 'held') sessions.set(milestone, { ...session, endedAt: at })
  else sessions.set(milestone, { ...session, startedAt: session.startedAt ?? at, endedAt: null })
}

/** What was planned with the sample goes with it. */
export function removeFromPlan(
  state: PlanState,
  gone: { notes: readonly string[]; sessions: readonly string[] },
): void {
  for (const note of gone.notes) state.planNotes.delete(note)
  for (const milestone of gone.sessions) state.sessions.delete(milestone)
}

function put<V>(map: Map<string, V>, key: string, value: V | null): void {
  if (value === null) map.delete(key)
  else map.set(key, value)
}

import { z } from 'zod'
import type { FactName } from '#lib/domain/facts/names.ts'
import { endpoint, type Endpoint } from './endpoint.ts'
import { BESIDE_CARDS, ON_CARDS } from './fact-shapes.ts'
import { changed } from './issues.ts'
import { inGroup, issueRef, line, number, slug, text, weight } from './shapes.ts'

const one = { ...inGroup, ref: issueRef }

export const joinEpic = endpoint({
  id: 'issues.join_epic',
  method: 'PUT',
  path: '/groups/{group}/issues/{ref}/epic',
  summary: 'Set or clear the epic of an issue; an open issue reopens a closed epic',
  input: z.strictObject({ ...one, epic: number.nullable() }),
  output: changed,
})

export const setTeam = endpoint({
  id: 'issues.set_team',
  method: 'PUT',
  path: '/groups/{group}/issues/{ref}/team',
  summary: 'Set or clear the functional team of an issue',
  input: z.strictObject({ ...one, team: slug.nullable() }),
  output: changed,
})

export const setModel = endpoint({
  id: 'issues.set_model',
  method: 'PUT',
  path: '/groups/{group}/issues/{ref}/model',
  summary: 'Say which model of the register an issue adds, or none',
  input: z.strictObject({ ...one, model: number.nullable() }),
  output: changed,
})

export const setDue = endpoint({
  id: 'issues.set_due',
  method: 'PUT',
  path: '/groups/{group}/issues/{ref}/due',
  summary: 'Set or clear the due date of an issue',
  input: z.strictObject({ ...one, due: ON_CARDS.due }),
  output: changed,
})

export const setHealth = endpoint({
  id: 'issues.set_health',
  method: 'PUT',
  path: '/groups/{group}/issues/{ref}/health',
  summary: 'Set the health of an issue: on track, needs attention or at risk',
  input: z.strictObject({ ...one, health: BESIDE_CARDS.health }),
  output: changed,
})

export const setConfidential = endpoint({
  id: 'issues.set_confidential',
  method: 'PUT',
  path: '/groups/{group}/issues/{ref}/confidential',
  summary: 'Hide an issue from stakeholders, or make it visible to everyone in the group',
  input: z.strictObject({ ...one, confidential: ON_CARDS.confidential }),
  output: changed,
})

/** The facts that are one value each are set alike. */
export const SET_FACT = {
  due: setDue,
  health: setHealth,
  confidential: setConfidential,
} satisfies Record<FactName, Endpoint>

export const setSpikeScope = endpoint({
  id: 'issues.set_spike_scope',
  method: 'PUT',
  path: '/groups/{group}/issues/{ref}/spike-scope',
  summary:
    'State what a spike should find out, and when that is enough; editing an older scope returns both texts (409, stale)',
  input: z.strictObject({
    ...one,
    scope: text(10_000).nullable(),
    /** The scope that was read. */
    was: text(10_000).nullable(),
  }),
  output: changed,
})

export const setWait = endpoint({
  id: 'issues.set_wait',
  method: 'PUT',
  path: '/groups/{group}/issues/{ref}/wait',
  summary: 'Change what a blocked issue needs, and from whom',
  input: z.strictObject({ ...one, need: text(500), from: text(200) }),
  output: changed,
})

export const splitIssue = endpoint({
  id: 'issues.split',
  method: 'POST',
  path: '/groups/{group}/issues/{ref}/split',
  summary:
    'Break an issue down into two to six pieces, which carry over its labels, milestone, epic, team and model',
  input: z.strictObject({
    ...one,
    pieces: z.array(z.strictObject({ title: line(255), weight: weight.nullable().optional() })).max(6),
    /** Close the original as moved, because the pieces hold all of the work. */
    close: z.boolean().optional(),
  }),
  output: changed.extend({ pieces: z.array(z.number()) }),
})

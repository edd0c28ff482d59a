import type { Warning } from '#lib/kit/refusal.ts'

import { means, stateOf, typeOf } from './labels.ts'
import type { LabelFact } from './labels.ts'
import { gapsOf, isReadyOrLater, stateTitle } from './workflow.ts'
import type { State } from './workflow.ts'

type Facts = {
  state: 'open' | 'closed'
  labels: readonly LabelFact[]
  description: string
  weight: number | null
  spikeScope: string | null
  dri: unknown
  assignees: readonly unknown[]
}

/**
 * Handbook › Ready for Development Status: "Only issues with this label should be assigned to an engineer as a
 * Deliverable." What an act takes from work that was ready, or from a Deliverable: it is done, and told. What was missing
 * before is not told again.
 */
export function warnErosion(before: Facts, after: Facts): Warning[] {
  if (after.state === 'closed') return []
  const known = new Set(erodedIn(before).map(({ code }) => code))
  return erodedIn(after).filter(({ code }) => !known.has(code))
}

function erodedIn(facts: Facts): Warning[] {
  const state = stateOf(facts.labels)
  const isReady = isReadyOrLater(state)
  const eroded = state !== null && isReady ? gapsIn(facts, state) : []
  if (!means(facts.labels, 'deliverable')) return eroded
  if (facts.dri === null && facts.assignees.length === 0) {
    const because = 'This Deliverable has no DRI and no assignee. Set one.'
    eroded.push({ code: 'deliverable_unassigned', because })
  }
  if (!isReady) {
    const now = state === null ? 'has no workflow state' : `is in ${stateTitle(state)}`
    const because = `It is a Deliverable and ${now}. Move it to ready for development, or remove Deliverable.`
    eroded.push({ code: 'deliverable_not_ready', because })
  }
  return eroded
}

const FIX: Record<string, string> = {
  type_missing: 'has no type. Set bug, maintenance or feature.',
  description_missing: 'has no description. Add one that an engineer can start from.',
  spike_scope_missing: 'is a spike without a scope. Add what it should find out.',
  weight_missing: 'has no weight from 1 to 3. Set one.',
}

function gapsIn({ labels, description, weight, spikeScope }: Facts, state: State): Warning[] {
  const spike = means(labels, 'spike')
  return gapsOf({ type: typeOf(labels), description, weight, spike, spikeScope }).map(({ code }) => ({
    code,
    because: `It is in ${stateTitle(state)} and ${FIX[code] ?? `has weight ${weight}. Split it.`}`,
  }))
}

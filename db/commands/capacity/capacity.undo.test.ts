import type { Ctx } from '../../context.ts'
import { type Families, testUndoOf } from '../../testing/undoing.ts'
import { anIssue } from '../../testing/world.ts'
import { confirmCapacity, reopenCapacity } from './confirm.ts'
import { setDuty } from './duty.ts'
import { setLanes, weighCarryOver } from './lanes.ts'
import { overrideCapacity } from './override.ts'

const IN = { group: 'custom-models', milestone: '18.9' }
/** The manager confirms days of their own. */
const OWN = { ...IN, person: 'mohamed' }

const FAMILIES: Families<'capacity' | 'duty'> = {
  'capacity.overridden': {
    prepare: async () => {
      const to = (value: number | null) => (now: Ctx) =>
        overrideCapacity(now, { ...IN, person: 'julie', term: 'timeOff', value, reason: 'A course.' })
      return [to(2), to(3), to(null)]
    },
    leaves: 'an override that is written again has a number of its own',
  },
  'capacity.confirmed': { prepare: async () => [(now) => confirmCapacity(now, OWN)] },
  'capacity.reopened': {
    prepare: async (ctx) => {
      await confirmCapacity(ctx, OWN)
      return [(now) => reopenCapacity(now, OWN)]
    },
  },
  'capacity.lanes_set': {
    prepare: async () => {
      const to = (weight: number) => (now: Ctx) =>
        setLanes(now, { ...IN, lanes: [{ team: 'model-selection', priority: 1, weight }] })
      return [to(4), to(6)]
    },
  },
  'capacity.carry_over_weighed': {
    prepare: async (ctx) => {
      const ref = await anIssue(ctx, { milestone: '18.8', weight: 3 })
      const to = (weight: number) => (now: Ctx) => weighCarryOver(now, { ...IN, ref, weight })
      return [to(1), to(2)]
    },
  },
  'duty.set': {
    prepare: async () => {
      const to = (person: string | null) => (now: Ctx) =>
        setDuty(now, { group: 'custom-models', team: 'model-selection', week: '2026-01-19', person })
      return [to('julie'), to('manoj'), to(null)]
    },
  },
}

testUndoOf(FAMILIES)

import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { milestoneFacts } from './facts.ts'
import { day, inGroup, line, slug } from './shapes.ts'

export const listMilestones = endpoint({
  id: 'milestones.list',
  method: 'GET',
  path: '/groups/{group}/milestones',
  summary: 'Dated milestones, latest first, then the shelves',
  input: z.strictObject(inGroup),
  output: z.strictObject({
    items: z.array(milestoneFacts),
    current: z.string().nullable(),
    next: z.string().nullable(),
    /** What a new timebox is proposed to be; without a title where none follows. */
    proposed: z.strictObject({ title: z.string(), startOn: day, dueOn: day }),
  }),
  reads: ['milestones'],
})

export const createMilestone = endpoint({
  id: 'milestones.create',
  method: 'POST',
  path: '/groups/{group}/milestones',
  summary: 'Create a timeboxed milestone; without days, the proposed ones',
  input: z.strictObject({
    ...inGroup,
    title: line(80),
    startOn: day.optional(),
    dueOn: day.optional(),
  }),
  output: z.strictObject({ milestone: milestoneFacts, event: z.number() }),
})

export const editMilestone = endpoint({
  id: 'milestones.edit',
  method: 'PATCH',
  path: '/groups/{group}/milestones/{milestone}',
  summary:
    'Change the title of a milestone or shelf, or the days of a milestone; its address and meaning stay',
  input: z.strictObject({
    ...inGroup,
    milestone: slug,
    title: line(80).optional(),
    startOn: day.optional(),
    dueOn: day.optional(),
  }),
  output: z.strictObject({ milestone: milestoneFacts, event: z.number() }),
})

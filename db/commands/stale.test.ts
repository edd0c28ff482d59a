import { expect, test } from 'vitest'
import type { Ctx } from '../context.ts'
import { readIssue } from '../queries/issues.ts'
import { refusalOf } from '../testing/refused.ts'
import { toStakeholder } from '../testing/stakeholder.ts'
import { anIssue, inWorld } from '../testing/world.ts'
import { createBoard } from './boards/create.ts'
import { editBoard } from './boards/edit.ts'
import { editComment } from './comments.ts'
import { editEpic } from './epics-edit.ts'
import { createEpic } from './epics.ts'
import { commentOnIssue } from './issues/comment.ts'
import { editIssue } from './issues/edit.ts'
import { setSpikeScope } from './issues/spike-scope.ts'
import { editGoals } from './milestone-goals.ts'
import { editQuestions } from './models/questions.ts'
import { createPlanningIssue } from './planning-issue/create.ts'
import { editPlanningTemplate } from './planning-issue/planning-template.ts'
import { setPriorities } from './planning-issue/priorities.ts'

const group = 'custom-models'

/** Prepares a text, and answers what writes it anew from the version that stood there at first. */
type Editing = (ctx: Ctx) => Promise<(now: Ctx, words: string) => Promise<unknown>>

const TEXTS: Record<string, { editing: Editing; detail: string }> = {
  'the title of an issue': {
    detail: 'Mohamed Hamda edited this while you were editing. Choose a version.',
    editing: async (ctx) => {
      const ref = await anIssue(ctx)
      return (now, title) => editIssue(now, { group, ref, title, version: 1 })
    },
  },
  'the description of an epic': {
    detail: 'Mohamed Hamda edited this epic while you were editing. Choose a version.',
    editing: async (ctx) => {
      const { number: epic } = await createEpic(ctx, { title: 'Lifecycle' })
      return (now, description) => editEpic(now, { group, epic, description, version: 1 })
    },
  },
  'a comment of one’s own': {
    detail: 'You edited this comment in another place. Choose a version.',
    editing: async (ctx) => {
      const ref = await anIssue(ctx)
      await commentOnIssue(ctx, { group, ref, body: 'Seen on staging.' })
      const comment = (await readIssue(ctx, { group, ref })).comments[0]?.id ?? 0
      return (now, body) => editComment(now, { group, ref, comment, body, version: 1 })
    },
  },
  'the goals of a milestone': {
    detail: 'Mohamed Hamda edited the goals while you were editing. Choose a version.',
    editing: async () => (now, goals) => editGoals(now, { group, milestone: '18.8', goals, version: 1 }),
  },
  'the planning template': {
    detail: 'Another person edited this template. Check their text first.',
    editing: async () => (now, body) =>
      editPlanningTemplate(now, { group, title: 'Planning, {{milestone}}', body, version: 0 }),
  },
  'the questions of readiness': {
    detail: 'Another person changed the questions. Check theirs first.',
    editing: async () => (now, text) => editQuestions(now, { group, version: 0, questions: [{ text }] }),
  },
  'the scope of a spike': {
    detail: 'Another person changed this scope while you were editing. Choose a version.',
    editing: async (ctx) => {
      const ref = await anIssue(ctx)
      return (now, scope) => setSpikeScope(now, { group, ref, scope, was: null })
    },
  },
  'the priorities of a milestone': {
    detail: 'Another person changed the priorities. Check their list first.',
    editing: async (ctx) => {
      await createPlanningIssue(ctx, { group, milestone: '18.9' })
      const number = await anIssue(ctx)
      return (now, goal) =>
        setPriorities(now, {
          group,
          milestone: '18.9',
          priorities: [{ kind: 'issue', number, teams: [], goal }],
          was: [],
        })
    },
  },
  'the columns of a board': {
    detail:
      'Mohamed Hamda changed the title and columns of this board. Check the change; saving again replaces it.',
    editing: async (ctx) => {
      const was = { title: 'Reviews', milestone: { rule: 'any' as const }, labels: [], columns: [] }
      const { slug } = await createBoard(ctx, { group, ...was })
      const column = { label: 'workflow::in dev', wipCount: null, wipWeight: null }
      return (now, title) => editBoard(now, { group, board: slug, ...was, title, columns: [column], was })
    },
  },
}

test.each(Object.entries(TEXTS))(
  'of two who edit %s the second is told, and no word of the first is lost',
  (_, { editing, detail }) =>
    inWorld(async (ctx) => {
      const edit = await editing(ctx)
      await edit(ctx, 'The first words.')
      expect(await refusalOf(ctx, () => edit(ctx, 'The second words.'))).toBe(`stale: ${detail}`)
    }),
)

const { 'a comment of one’s own': _, ...OF_GROUP } = TEXTS

test.each(Object.entries(OF_GROUP))('a stakeholder does not edit %s', (_, { editing }) =>
  inWorld(async (ctx, { as }) => {
    const edit = await editing(ctx)
    const stakeholder = await toStakeholder(await as('patrick'))
    expect(await refusalOf(ctx, () => edit(stakeholder, 'Their words.'))).toMatch(/^forbidden: /)
  }),
)

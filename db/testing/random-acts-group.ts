import { addDays } from '#lib/kit/plain-date.ts'
import { createBoard } from '../commands/boards/create.ts'
import { editBoard, placeBoard, removeBoard } from '../commands/boards/edit.ts'
import { createEpic } from '../commands/epics.ts'
import { editEpic, leadEpic } from '../commands/epics-edit.ts'
import { changeLabel, createLabel, removeLabel } from '../commands/labels.ts'
import { changeMembership } from '../commands/memberships.ts'
import { closeMilestone } from '../commands/closing/close.ts'
import { reopenMilestone } from '../commands/closing/reopen.ts'
import { editMilestone } from '../commands/milestones.ts'
import { changeRole, giveRole, takeRole } from '../commands/roles.ts'
import { changeTeam, placeTeam } from '../commands/teams.ts'
import { addTimeOff, editTimeOff, removeTimeOff } from '../commands/time-off.ts'
import { type Act, anyId, group, TEAMS, titles } from './random-given.ts'

const boardShape = { milestone: { rule: 'any' as const }, labels: [] }
const oneColumn = (label: string) => [{ label, wipCount: null, wipWeight: null }]

export const ON_THE_GROUP: readonly Act[] = [
  (ctx, { what }) => createLabel(ctx, { group, title: `label ${what}` }),
  async (ctx, { what }) =>
    changeLabel(ctx, {
      group,
      label: await anyId(ctx, 'labels', what),
      title: `renamed ${what}`,
      hue: what % 360,
    }),
  async (ctx, { what, pick }) =>
    changeLabel(ctx, {
      group,
      label: await anyId(ctx, 'labels', what),
      meaning: pick([null, 'workflow.blocked', 'deliverable', 'priority.1']),
    }),
  async (ctx, { what }) => removeLabel(ctx, { group, label: await anyId(ctx, 'labels', what) }),
  async (ctx, { what, pick }) =>
    createBoard(ctx, {
      group,
      ...boardShape,
      title: `Board ${what}`,
      columns: oneColumn(pick(await titles(ctx))),
    }),
  async (ctx, { what, pick }) =>
    editBoard(ctx, {
      group,
      ...boardShape,
      board: pick(['build', 'next-4-6']),
      title: `Build ${what % 3}`,
      columns: oneColumn(pick(await titles(ctx))),
    }),
  (ctx, { what }) => removeBoard(ctx, { group, board: `board-${what}` }),
  (ctx, { pick }) =>
    placeBoard(ctx, { group, board: pick(['build', 'next-1-3']), after: pick(['planning', null]) }),
  (ctx, { what }) => createEpic(ctx, { title: `Epic ${what}` }),
  (ctx, { what }) => editEpic(ctx, { group, epic: 1, version: 1, title: `Epic ${what}` }),
  (ctx, { pick }) => leadEpic(ctx, { group, epic: 1, person: pick(['julie', 'cindy', null]) }),
  (ctx, { pick }) => {
    const choice = {
      destination: pick(['18.9', 'backlog', null]),
      reason: pick(['blocked', 'scope'] as const),
    }
    const issues = [1, 2, 3, 4, 5, 6, 7, 8].map((ref) => ({ ref, ...choice, withoutDeliverable: true }))
    return closeMilestone(ctx, { group, milestone: pick(['18.8', '18.9']), issues, early: true })
  },
  (ctx, { pick }) => reopenMilestone(ctx, { group, milestone: pick(['18.8', '18.8', '18.9']) }),
  (ctx, { what }) => editMilestone(ctx, { group, milestone: '18.9', title: `18.9 ${what % 3}` }),
  (ctx, { pick, what }) => changeTeam(ctx, { group, team: pick(TEAMS), note: `Note ${what % 3}` }),
  (ctx, { pick }) => placeTeam(ctx, { group, team: pick(TEAMS), before: pick([...TEAMS, null]) }),
  (ctx, { pick }) => giveRole(ctx, { group, person: pick(['julie', 'cindy']), role: 'counterpart' }),
  (ctx, { pick, what }) =>
    changeRole(ctx, { group, person: pick(['julie', 'cindy']), role: 'counterpart', title: `Title ${what}` }),
  (ctx, { pick }) => takeRole(ctx, { group, person: pick(['julie', 'cindy']), role: 'counterpart' }),
  async (ctx, { what }) =>
    changeMembership(ctx, {
      group,
      membership: await anyId(ctx, 'memberships', what),
      percent: (what % 10) * 10,
    }),
  (ctx, { pick, what }) => {
    const from = addDays('2026-01-05', what % 9)
    const halves = { fromNoon: what % 3 === 0, untilNoon: what % 5 === 0 }
    const kind = pick(['vacation', 'vacation', 'sick'] as const)
    return addTimeOff(ctx, { group, from, to: addDays(from, what % 4), ...halves, kind })
  },
  async (ctx, { what }) =>
    editTimeOff(ctx, {
      group,
      entry: await anyId(ctx, 'time_off', what),
      to: addDays('2026-01-09', what % 9),
      note: `Note ${what % 2}`,
    }),
  async (ctx, { what }) => removeTimeOff(ctx, { group, entry: await anyId(ctx, 'time_off', what) }),
]

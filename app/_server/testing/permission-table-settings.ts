import { createInvitation } from '#db/commands/invitations.ts'
import * as make from './factories.ts'
import type { Row } from './permission-row.ts'
import { OURS } from './fixtures.ts'

/** Who may set up the group: its people, teams, labels, milestones and boards. */
export const SETTING_UP: Record<string, Row> = {
  'groups.list': { may: 'signed_in' },
  'groups.read': { may: 'member' },
  'groups.found': { may: 'group.found', says: ({ word }) => ({ name: word(), zone: 'UTC', em: 'julie' }) },
  'groups.change': { may: 'group.administer', says: ({ word }) => ({ channel: word() }) },
  'groups.remove_sample': { may: 'group.administer' },
  'people.list': { may: 'member' },
  'people.add': {
    may: 'member.edit',
    says: async (scene) => ({ person: await make.somebody(scene, []), role: 'engineer' }),
  },
  'people.remove': { may: 'member.edit', says: async (scene) => ({ person: await make.somebody(scene) }) },
  'people.give_role': {
    may: 'role.give',
    says: async (scene) => ({ person: await make.somebody(scene), role: 'counterpart' }),
  },
  'people.change_role': {
    may: 'role.give',
    says: async (scene) => ({ person: await make.somebody(scene), role: 'engineer', title: scene.word() }),
  },
  'people.take_role': {
    may: 'role.give',
    says: async (scene) => ({ person: await make.somebody(scene, ['engineer', 'pm']), role: 'pm' }),
  },
  'people.candidates': { may: 'member.edit' },
  'invitations.list': { may: 'member.edit' },
  'invitations.create': { may: 'member.edit', says: make.invited },
  'invitations.revoke': {
    may: 'member.edit',
    says: async (scene) => {
      const { invitation } = await createInvitation(await scene.as('em'), {
        group: OURS,
        ...make.invited(scene),
      })
      return { invitation: invitation.id }
    },
  },
  'teams.list': { may: 'see.ownership' },
  'teams.create': { may: 'team.edit', says: ({ word }) => ({ name: word() }) },
  'teams.change': {
    may: 'team.edit',
    says: async (scene) => ({ ...(await make.newTeam(scene)), purpose: 'To test.' }),
  },
  'teams.place': {
    may: 'team.edit',
    says: async (scene) => ({ ...(await make.newTeam(scene)), before: (await make.newTeam(scene)).team }),
  },
  'teams.remove': { may: 'team.edit', says: make.newTeam },
  'teams.add_scope': {
    may: 'team.edit',
    says: async (scene) => ({ ...(await make.newTeam(scene)), name: scene.word() }),
  },
  'teams.change_scope': {
    may: 'team.edit',
    says: async (scene) => ({ ...(await make.newScope(scene)), name: scene.word() }),
  },
  'teams.move_scope': {
    may: 'team.edit',
    says: async (scene) => ({ ...(await make.newScope(scene)), before: null }),
  },
  'teams.remove_scope': { may: 'team.edit', says: make.newScope },
  'teams.draw_boundary': { may: 'team.edit', says: ({ word }) => ({ ...make.BOUNDARY, area: word() }) },
  'teams.change_boundary': {
    may: 'team.edit',
    says: async (scene) => ({ ...(await make.newBoundary(scene)), owner: scene.word() }),
  },
  'teams.remove_boundary': { may: 'team.edit', says: make.newBoundary },
  'teams.memberships': { may: 'member' },
  'teams.start_membership': {
    may: 'member.edit',
    says: async (scene) => ({ ...(await make.newTeam(scene)), ...(await make.newcomer(scene)) }),
  },
  'teams.change_membership': {
    may: 'member.edit',
    says: async (scene) => ({ ...(await make.newMembership(scene)), percent: 40 }),
  },
  'views.list': { may: 'member' },
  'views.save': { may: 'board.edit', says: ({ word }) => ({ ...make.VIEW, title: word() }) },
  'views.rename': {
    may: 'board.edit',
    says: async (scene) => ({ ...(await make.newView(scene)), title: scene.word() }),
  },
  'views.remove': { may: 'board.edit', says: make.newView },
  'labels.list': { may: 'member' },
  'labels.create': { may: 'label.edit', says: ({ word }) => ({ title: word() }) },
  'templates.list': { may: 'member' },
  'templates.begin': { may: 'template.edit' },
  'templates.create': { may: 'template.edit', says: ({ word }) => ({ ...make.TEMPLATE, title: word() }) },
  'templates.edit': {
    may: 'template.edit',
    says: async (scene) => ({
      ...(await make.newTemplate(scene)),
      ...make.TEMPLATE,
      title: scene.word(),
      was: make.TEMPLATE.body,
    }),
  },
  'templates.remove': { may: 'template.edit', says: make.newTemplate },
  'labels.uses': { may: 'member' },
  'labels.change': {
    may: 'label.edit',
    says: async (scene) => ({ ...(await make.newLabel(scene)), title: scene.word() }),
  },
  'labels.remove': { may: 'label.edit', says: make.newLabel },
  'milestones.list': { may: 'member' },
  'milestones.create': {
    may: 'milestone.create',
    says: make.timebox,
  },
  'milestones.edit': {
    may: 'milestone.create',
    says: async (scene) => ({ ...(await make.newMilestone(scene)), title: scene.word() }),
  },
  'boards.list': { may: 'see.boards' },
  'boards.shapes': { may: 'see.boards' },
  'boards.view': { may: 'see.boards', says: () => ({ board: 'build' }) },
  'boards.create': { may: 'board.edit', says: ({ word }) => ({ ...make.SHAPE, title: word() }) },
  'boards.edit': {
    may: 'board.edit',
    says: async (scene) => ({ ...(await make.newBoard(scene)), ...make.SHAPE, title: scene.word() }),
  },
  'boards.remove': { may: 'board.edit', says: make.newBoard },
  'boards.place': {
    may: 'board.edit',
    says: async (scene) => ({ ...(await make.newBoard(scene)), after: null }),
  },
}

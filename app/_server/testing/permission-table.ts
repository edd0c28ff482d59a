import { closeEpic } from '#db/commands/epics-edit.ts'
import { closeIssue } from '#db/commands/issues/close.ts'
import { addLink } from '#db/commands/links.ts'
import * as make from './factories.ts'
import type { Row } from './permission-row.ts'
import { SETTING_UP } from './permission-table-settings.ts'
import { OURS, sessionOf, tokenOf } from './fixtures.ts'

/** Who may do what: a row for each endpoint of the contract, in the order of its nouns. */
export const PERMITTED: Record<string, Row> = {
  ...SETTING_UP,
  'people.me': { may: 'signed_in' },
  'people.week': { may: 'member' },
  'boards.move_several': {
    may: 'card.move',
    says: async ({ issue }) => ({
      board: 'next-1-3',
      refs: [await issue({ milestone: 'next-1-3' })],
      to: 'closed',
    }),
  },
  'boards.move_excess': {
    may: 'planning.order',
    says: async ({ issue }) => ({ board: 'planning', to: 'next-1-3', refs: [await issue()] }),
  },
  'issues.list': { may: 'member' },
  'issues.resembling': { may: 'member', says: () => ({ title: 'Slow list' }) },
  'issues.bulk': {
    may: 'issue.edit',
    says: async ({ issue }) => ({ refs: [await issue()], change: { what: 'weight', weight: 1 } }),
  },
  'issues.read': { may: 'member' },
  'issues.create': { may: 'issue.create', says: ({ word }) => ({ title: word() }) },
  'issues.edit': { may: 'issue.edit', says: ({ word }) => ({ title: word(), version: 1 }) },
  'issues.take': { may: 'issue.take' },
  'issues.release': {
    may: 'issue.take',
    says: async ({ worker, issue }) => ({ ref: await issue({ dri: worker }) }),
  },
  'issues.move': {
    may: 'card.move',
    says: async ({ issue }) => ({
      board: 'next-1-3',
      ref: await issue({ milestone: 'next-1-3' }),
      to: 'closed',
      closeReason: 'done',
    }),
  },
  'issues.label': { may: 'issue.edit', says: () => ({ add: ['type::bug'] }) },
  'issues.set_milestone': { may: 'issue.edit', says: () => ({ milestone: '18.9' }) },
  'issues.weigh': { may: 'issue.weigh', says: () => ({ weight: 3 }) },
  'issues.assign': { may: 'issue.take', says: ({ by }) => ({ assignees: by === 'admin' ? [] : [by] }) },
  'issues.hand_over': { may: 'issue.hand_over', says: make.handOver },
  'issues.accept_hand_over': { may: 'issue.take', says: make.offered },
  'issues.decline_hand_over': {
    may: 'issue.take',
    says: async (scene) => ({ ...(await make.offered(scene)), reason: 'No time.' }),
  },
  'issues.withdraw_hand_over': {
    may: 'issue.hand_over',
    says: (scene) => make.offer(scene, scene.worker, 'julie'),
  },
  'issues.comment': { may: 'comment', says: () => ({ body: 'When will this be there?' }) },
  'issues.close': { may: 'issue.close', says: () => ({ reason: 'done' }) },
  'issues.reopen': {
    may: 'issue.close',
    says: async ({ as, issue }) => {
      const ref = await issue()
      await closeIssue(await as('em'), { group: OURS, ref, reason: 'done' })
      return { ref }
    },
  },
  'issues.join_epic': { may: 'issue.edit', says: ({ epic }) => ({ epic }) },
  'issues.set_team': { may: 'issue.edit', says: () => ({ team: null }) },
  'issues.set_due': { may: 'issue.edit', says: () => ({ due: '2030-01-02' }) },
  'issues.set_health': { may: 'issue.edit', says: () => ({ health: 'at_risk' }) },
  'issues.set_confidential': { may: 'issue.edit', says: () => ({ confidential: true }) },
  'issues.set_spike_scope': { may: 'issue.edit', says: () => ({ scope: 'Until we know.', was: null }) },
  'issues.set_wait': {
    may: 'issue.edit',
    says: async ({ issue }) => ({
      ref: await issue({ labels: ['workflow::blocked'] }),
      need: 'A price',
      from: 'Legal',
    }),
  },
  'comments.edit': {
    may: 'comment',
    says: async (scene) => {
      const ref = await scene.issue()
      return { ref, comment: await make.comment(scene, ref), body: 'As it is.', version: 1 }
    },
  },
  'comments.react': {
    may: 'comment',
    says: async (scene) => {
      const ref = await scene.issue()
      return { ref, comment: await make.comment(scene, ref), emoji: '👍', on: true }
    },
  },
  'links.list': { may: 'member' },
  'links.add': { may: 'issue.edit', says: async ({ issue }) => ({ role: 'relates', other: await issue() }) },
  'links.remove': {
    may: 'issue.edit',
    says: async ({ as, issue }) => {
      const link = { ref: await issue(), role: 'relates' as const, other: await issue() }
      await addLink(await as('em'), { group: OURS, ...link })
      return link
    },
  },
  'events.check': { may: 'group.administer' },
  'events.list': { may: 'member' },
  'events.mine': { may: 'member' },
  'events.compare': { may: 'member', says: async (scene) => ({ event: await make.edit(scene) }) },
  'events.undo': { may: 'comment', says: async (scene) => ({ event: await make.act(scene) }) },
  'issues.index': { may: 'member' },
  'issues.rows': { may: 'member', says: async ({ issue }) => ({ refs: String(await issue()) }) },
  'issues.report': { may: 'member' },
  'issues.export': { may: 'member' },
  'issues.split': {
    may: 'issue.edit',
    says: ({ word }) => ({ pieces: [{ title: word() }, { title: word(), weight: 1 }] }),
  },
  'inbox.list': { may: 'member' },
  'inbox.count': { may: 'member' },
  'inbox.done': { may: 'member', says: () => ({ events: [1] }) },
  'inbox.snooze': { may: 'member', says: () => ({ events: [1], until: 'tomorrow' }) },
  'inbox.watching': { may: 'member' },
  'issues.watch': { may: 'member', says: () => ({ watching: true }) },
  'people.settings': { may: 'signed_in' },
  'people.save_settings': { may: 'signed_in', says: () => ({ keys: false }) },
  'tokens.list': { may: 'in_person' },
  'tokens.create': { may: 'in_person', says: ({ word }) => ({ title: word(), scope: 'read', days: 1 }) },
  'tokens.revoke': { may: 'in_person', says: async ({ by }) => ({ token: (await tokenOf(by)).token.id }) },
  'sessions.list': { may: 'in_person' },
  'sessions.end': { may: 'in_person', says: async ({ by }) => ({ session: await sessionOf(by) }) },
  'sessions.end_others': { may: 'in_person' },
  'epics.list': { may: 'member' },
  'epics.progress': { may: 'member' },
  'epics.read': { may: 'member', says: make.newEpic },
  'epics.journal': { may: 'member', says: make.newEpic },
  'epics.create': { may: 'epic.edit', says: ({ word }) => ({ title: word() }) },
  'epics.edit': {
    may: 'epic.edit',
    says: async (scene) => ({ ...(await make.newEpic(scene)), title: scene.word(), version: 1 }),
  },
  'epics.set_tech_lead': {
    may: 'epic.edit',
    says: async (scene) => ({ ...(await make.newEpic(scene)), person: 'julie' }),
  },
  'epics.close': { may: 'epic.edit', says: make.newEpic },
  'epics.reopen': {
    may: 'epic.edit',
    says: async (scene) => {
      const { epic } = await make.newEpic(scene)
      await closeEpic(await scene.as('em'), { group: OURS, epic })
      return { epic }
    },
  },
  'weighings.read': { may: 'member' },
  'weighings.open': { may: 'issue.weigh', says: () => ({ asked: ['julie', 'cindy'] }) },
  'weighings.vote': {
    may: 'issue.weigh',
    says: async (scene) => ({ ...(await make.weighing(scene)), weight: 2 }),
  },
  'weighings.reveal': { may: 'issue.weigh', says: (scene) => make.weighing(scene, 'voted') },
  'weighings.agree': {
    may: 'issue.weigh',
    says: async (scene) => ({ ...(await make.weighing(scene, 'revealed')), weight: 2 }),
  },
  'weighings.abandon': { may: 'issue.weigh', says: (scene) => make.weighing(scene) },
  'search.find': { may: 'member', says: () => ({ q: 'slow' }) },
}

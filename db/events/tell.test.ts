import { expect, test } from 'vitest'
import { INBOX_KINDS } from '#lib/domain/telling.ts'
import { askToConfirm } from '../commands/capacity/confirm.ts'
import { countInbox, listInbox } from '../queries/inbox.ts'
import { inWorld } from '../testing/world.ts'
import { candidatesOfGroup, meantOf } from './recipients.ts'

const group = 'custom-models'

test('what is asked of a person about a milestone waits in their inbox, with the way to it', () =>
  inWorld(async (ctx, { as }) => {
    await askToConfirm(ctx, { group, milestone: '18.9', person: 'julie' })
    const julie = await as('julie')
    expect((await listInbox(julie, { group })).items).toMatchObject([
      {
        kind: 'asked',
        issue: null,
        subject: { kind: 'milestone', key: '18.9', title: '18.9', open: true },
        link: '/custom-models/milestones/18.9/capacity',
        sentence: 'Mohamed Hamda asked Julie Huang to confirm their days in 18.9.',
      },
    ])
    expect(await countInbox(julie)).toMatchObject({ count: 1 })
    expect(await countInbox(await as('cindy'))).toMatchObject({ count: 0 })
  }))

test('a role and a functional team stand for the people who have them', () =>
  inWorld(async (ctx) => {
    const { rows } = await ctx.db.query<{ id: string }>(
      `select id::text from functional_teams where slug = 'health-connectivity'`,
    )
    const telling = {
      named: [],
      all: [
        { role: 'em' as const, kind: INBOX_KINDS[0] },
        { team: rows[0]?.id ?? '', kind: INBOX_KINDS[1] },
      ],
      watchers: false,
    }
    const handlesAt = async (now: Date) => {
      const candidates = await candidatesOfGroup({ ...ctx, now }, telling)
      const handleOf = (person: string) => candidates.find(({ id }) => id === person)?.handle
      return meantOf(telling, candidates).map(({ person, kind }) => `${handleOf(person)} ${kind}`)
    }
    const now = await handlesAt(ctx.now)
    expect(now[0]).toBe('mohamed mention')
    expect(now.slice(1).toSorted()).toEqual(['cindy hand_over', 'manoj hand_over', 'newick hand_over'])
    expect(await handlesAt(new Date('2001-01-01T12:00:00Z')), 'before anyone was a member').toEqual([
      'mohamed mention',
    ])
  }))

import { expect, test } from 'vitest'
import { watchIssue } from '../commands/inbox.ts'
import { assignIssue } from '../commands/issues/assign.ts'
import { commentOnIssue } from '../commands/issues/comment.ts'
import { setFact } from '../commands/issues/set-fact.ts'
import { releaseIssue, takeIssue } from '../commands/issues/take.ts'
import type { Ctx } from '../context.ts'
import { refusalOf } from '../testing/refused.ts'
import { toStakeholder } from '../testing/stakeholder.ts'
import { anIssue, inWorld } from '../testing/world.ts'
import { readWatching, watchedSql } from './watching.ts'

const group = 'custom-models'
const reason = async (ctx: Ctx, ref: number) => {
  const { watching, because } = await readWatching(ctx, ref)
  return watching ? because : null
}

/** What a statement that goes over issues takes for watched, by the same person. */
async function watchedOf(ctx: Ctx, ref: number): Promise<boolean> {
  const { rows } = await ctx.db.query<{ watched: boolean }>(
    `select ${watchedSql('$3')} as watched from issues i where i.group_id = $1 and i.number = $2`,
    [ctx.group.id, ref, ctx.actor.id],
  )
  return rows[0]?.watched ?? false
}

test('a person watches what they wrote, drive, work on or talked about, by the nearest of these', () =>
  inWorld(async (ctx, { as }) => {
    const julie = await as('julie')
    const ref = await anIssue(ctx)
    expect(await reason(ctx, ref)).toBe('author')
    expect(await reason(julie, ref)).toBeNull()
    await commentOnIssue(julie, { group, ref, body: 'Seen on staging.' })
    expect(await reason(julie, ref)).toBe('commenter')
    await assignIssue(ctx, { group, ref, assignees: ['julie'] })
    expect(await reason(julie, ref)).toBe('assignee')
    await takeIssue(julie, { group, ref })
    expect(await reason(julie, ref)).toBe('dri')
    await releaseIssue(julie, { group, ref })
    expect(await reason(julie, ref), 'what they said stays said').toBe('commenter')
  }))

test('a person can ask to watch what has nothing to do with them, and mute what has', () =>
  inWorld(async (ctx, { as }) => {
    const julie = await as('julie')
    const ref = await anIssue(ctx, { dri: 'julie' })
    const cindy = await as('cindy')
    await watchIssue(cindy, { group, ref, watching: true })
    expect(await reason(cindy, ref)).toBe('asked')
    await watchIssue(julie, { group, ref, watching: false })
    expect(await reason(julie, ref)).toBeNull()
    await watchIssue(julie, { group, ref, watching: true })
    expect(await reason(julie, ref)).toBe('dri')
  }))

test('the page of an issue and the statements that tell its watchers agree', () =>
  inWorld(async (ctx, { as }) => {
    const ref = await anIssue(ctx, { dri: 'julie' })
    await assignIssue(ctx, { group, ref, assignees: ['julie', 'cindy'] })
    const people = [ctx]
    for (const handle of ['julie', 'cindy', 'newick', 'patrick']) people.push(await as(handle))
    await watchIssue(await as('newick'), { group, ref, watching: true })
    await watchIssue(await as('cindy'), { group, ref, watching: false })
    for (const person of people)
      expect(await watchedOf(person, ref), person.actor.handle).toBe(
        (await readWatching(person, ref)).watching,
      )
    expect(watchedSql(null), 'the clock follows nothing').toBe('false')
  }))

test('whether a confidential issue is watched is not told to those who may not see it', () =>
  inWorld(async (ctx, { as }) => {
    const patrick = await as('patrick')
    const ref = await anIssue(ctx)
    await watchIssue(patrick, { group, ref, watching: true })
    await setFact(ctx, ref, 'confidential', true)
    const stakeholder = await toStakeholder(patrick)
    expect(await refusalOf(ctx, () => readWatching(stakeholder, ref))).toMatch(/^not_found: /)
  }))

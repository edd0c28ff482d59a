import { expect, test } from 'vitest'
import type { Ctx } from '../context.ts'
import { boardsOf } from '../queries/boards-list.ts'
import { lastEvent, listEvents } from '../queries/events.ts'
import { listMilestones } from '../queries/milestones.ts'
import { inWorld } from '../testing/world.ts'
import { closeMilestone } from './closing/close.ts'
import { createMilestone, editMilestone } from './milestones.ts'

const GROUP = { group: 'custom-models' }

const newestSentence = async (ctx: Ctx) => (await listEvents(ctx, { ...GROUP, limit: 1 })).items[0]?.sentence
const named = async (ctx: Ctx, slug: string) =>
  (await listMilestones(ctx)).items.find((one) => one.slug === slug)

test('a milestone without days gets the proposed ones, and the list proposes the next', () =>
  inWorld(async (ctx) => {
    expect((await listMilestones(ctx)).proposed).toEqual({
      title: '18.10',
      startOn: '2026-02-14',
      dueOn: '2026-03-13',
    })
    const { milestone } = await createMilestone(ctx, { ...GROUP, title: '18.10' })
    expect(milestone).toMatchObject({ slug: '18.10', startOn: '2026-02-14', dueOn: '2026-03-13' })
    expect((await listMilestones(ctx)).proposed.title).toBe('18.11')
    expect(await newestSentence(ctx)).toBe(
      'Mohamed Hamda created the milestone 18.10, 2026-02-14 to 2026-03-13.',
    )
  }))

test('days that overlap another milestone, end before they start or do not exist are refused in words', () =>
  inWorld(async (ctx) => {
    const make = (startOn: string, dueOn: string) =>
      createMilestone(ctx, { ...GROUP, title: 'Extra', startOn, dueOn })
    await expect(make('2026-02-13', '2026-02-20')).rejects.toThrow(
      '18.9 runs from 2026-01-10 to 2026-02-13. Choose other dates.',
    )
    await expect(make('2026-03-20', '2026-03-01')).rejects.toThrow('must be on or after the start date')
    await expect(make('2026-02-30', '2026-03-01')).rejects.toThrow('There is no date 2026-02-30.')
    await expect(
      editMilestone(ctx, { ...GROUP, milestone: '18.9', startOn: '2026-01-09' }),
    ).rejects.toMatchObject({ facts: { rule: 'overlap' } })
  }))

test('an edit renames a milestone and gives it other days; its address stays, and one event tells both', () =>
  inWorld(async (ctx) => {
    const edited = await editMilestone(ctx, {
      ...GROUP,
      milestone: '18.9',
      title: '18.9 LTS',
      dueOn: '2026-02-20',
    })
    expect(edited.milestone).toMatchObject({ slug: '18.9', title: '18.9 LTS', dueOn: '2026-02-20' })
    expect(await named(ctx, '18.9')).toEqual(edited.milestone)
    expect(await newestSentence(ctx)).toBe(
      'Mohamed Hamda renamed the milestone 18.9 to 18.9 LTS, 2026-01-10 to 2026-02-20.',
    )
    expect((await boardsOf(ctx))[0]).toMatchObject({ milestone: '18.9', milestoneTitle: '18.9 LTS' })
    const events = await lastEvent(ctx)
    await editMilestone(ctx, { ...GROUP, milestone: '18.9', title: '18.9 LTS' })
    expect(await lastEvent(ctx), 'what changes nothing leaves no event').toBe(events)
    const again = await createMilestone(ctx, { ...GROUP, title: '18.9' })
    expect(again.milestone.slug, 'the address is taken, the title is not').toBe('18.9-2')
  }))

test('a shelf that is renamed means what it meant, and gets no days', () =>
  inWorld(async (ctx) => {
    await editMilestone(ctx, { ...GROUP, milestone: 'next-1-3', title: 'Next 1-3 releases' })
    expect(await named(ctx, 'next-1-3')).toMatchObject({ title: 'Next 1-3 releases', shelf: 'next-1-3' })
    const wrong = editMilestone(ctx, { ...GROUP, milestone: 'backlog', startOn: '2027-01-01' })
    await expect(wrong).rejects.toThrow('Backlog is a shelf. Shelves have no dates.')
    const alias = editMilestone(ctx, { ...GROUP, milestone: 'backlog', title: 'Next 4-6 releases' })
    await expect(alias).rejects.toMatchObject({ facts: { rule: 'title_of_shelf' } })
    await expect(createMilestone(ctx, { ...GROUP, title: '18.8' })).rejects.toThrow('A milestone')
  }))

test('the days of a closed milestone stay, its title may change', () =>
  inWorld(async (ctx) => {
    await closeMilestone(ctx, { ...GROUP, milestone: '18.8', issues: [], early: true })
    const longer = editMilestone(ctx, { ...GROUP, milestone: '18.8', startOn: '2025-12-12' })
    await expect(longer).rejects.toThrow('18.8 is closed')
    await editMilestone(ctx, { ...GROUP, milestone: '18.8', title: '18.8 (December)' })
    expect(await named(ctx, '18.8')).toMatchObject({ title: '18.8 (December)', closed: true })
  }))

test('an engineer neither creates nor edits milestones, the product manager does', () =>
  inWorld(async (ctx, { as }) => {
    const input = { ...GROUP, milestone: '18.9', title: 'Mine' }
    await expect(editMilestone(await as('julie'), input)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(createMilestone(await as('julie'), { ...GROUP, title: '18.10' })).rejects.toThrow(
      'Only the product manager or the engineering manager creates and edits milestones.',
    )
    await editMilestone(await as('jordan'), input)
    await expect(editMilestone(ctx, { ...input, milestone: 'no-such' })).rejects.toMatchObject({
      code: 'not_found',
    })
  }))

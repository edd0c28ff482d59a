import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { saysSomething } from '#lib/domain/descriptions.ts'
import type { Ctx } from '../../context.ts'
import { saysSomethingSql } from '../../queries/finding-sql.ts'
import { reportIssues } from '../../queries/issue-report.ts'
import { anIssue, inWorld } from '../../testing/world.ts'
import { assignIssue } from './assign.ts'
import { changeIssues } from './bulk.ts'
import { commentOnIssue } from './comment.ts'
import { editIssue } from './edit.ts'
import { labelIssue } from './labels.ts'
import { moveIssue } from './move.ts'
import { weighIssue } from './plan.ts'
import { setSpikeScope } from './spike-scope.ts'
import { releaseIssue } from './take.ts'

const group = 'custom-models'
const ready = 'workflow::ready for development'
const labels = ['group::custom models', 'type::bug', ready]
const found = async (ctx: Ctx, ref: number) =>
  (await reportIssues(ctx)).findings.flatMap(({ code, issues }) =>
    issues.some((one) => one.ref === ref) ? [code] : [],
  )
const codes = ({ warnings }: { warnings: { code: string }[] }) => warnings.map(({ code }) => code)

test('an emptied description, or one of bare headings, warns where it is saved and stays in the report', () =>
  inWorld(async (ctx) => {
    const ref = await anIssue(ctx, { labels })
    const bare = '## What happens?\n\n## Steps\n- [ ]\n'
    expect(codes(await editIssue(ctx, { group, ref, version: 1, description: bare }))).toEqual([
      'description_missing',
    ])
    expect(await found(ctx, ref)).toEqual(['description_missing'])
    const filled = await editIssue(ctx, { group, ref, version: 2, description: `${bare}\nIt is slow.` })
    expect(filled.warnings).toEqual([])
    expect(await found(ctx, ref)).toEqual([])
  }))

test('a type that is taken off warns from the issue, the board and a quick action', () =>
  inWorld(async (ctx) => {
    const changes: ((ref: number) => Promise<{ warnings: { code: string }[] }>)[] = [
      (ref) => labelIssue(ctx, { group, ref, remove: ['type::bug'] }),
      (ref) => moveIssue(ctx, { group, board: 'planning', ref, to: 'none' }),
      (ref) => commentOnIssue(ctx, { group, ref, body: '/unlabel ~"type::bug"' }),
    ]
    for (const changeOf of changes) {
      const ref = await anIssue(ctx, { labels })
      expect(codes(await changeOf(ref))).toEqual(['type_missing'])
      expect(await found(ctx, ref)).toEqual(['type_missing'])
    }
  }))

test('a weight of 8, or none, warns from the issue and in bulk', () =>
  inWorld(async (ctx) => {
    const ref = await anIssue(ctx, { labels })
    expect(codes(await weighIssue(ctx, { group, ref, weight: 8 }))).toEqual(['too_heavy'])
    const { done } = await changeIssues(ctx, { group, refs: [ref], change: { what: 'weight', weight: null } })
    expect(done.flatMap(codes)).toEqual(['weight_missing'])
    expect(await found(ctx, ref)).toEqual(['weight_missing'])
  }))

test('a Deliverable without a DRI and assignees warns the last person on it, and is found', () =>
  inWorld(async (ctx, { as }) => {
    const ref = await anIssue(ctx, { labels: [...labels, 'Deliverable'], dri: 'julie' })
    await assignIssue(ctx, { group, ref, assignees: ['julie'] })
    expect(codes(await releaseIssue(await as('julie'), { group, ref }))).toEqual(['deliverable_unassigned'])
    expect(await found(ctx, ref)).toEqual(['deliverable_unassigned'])
    await assignIssue(ctx, { group, ref, assignees: ['newick'] })
    expect(await found(ctx, ref)).toEqual([])
    expect(codes(await assignIssue(ctx, { group, ref, assignees: [] }))).toEqual(['deliverable_unassigned'])
  }))

test('a Deliverable that goes back, and a spike that loses its scope, warn', () =>
  inWorld(async (ctx) => {
    const ref = await anIssue(ctx, { labels: [...labels, 'Deliverable'], dri: 'julie' })
    const back = await labelIssue(ctx, { group, ref, add: ['workflow::planning breakdown'] })
    expect(codes(back)).toEqual(['deliverable_not_ready'])
    const spike = await anIssue(ctx, { labels: [...labels, 'spike'], weight: null, spikeScope: 'One week.' })
    const emptied = await setSpikeScope(ctx, { group, ref: spike, scope: null, was: 'One week.' })
    expect(codes(emptied)).toEqual(['spike_scope_missing'])
  }))

test('the law and the database agree on what says something', () =>
  inWorld(async (ctx) => {
    const piece = fc.constantFrom(
      '## Steps',
      '#',
      '#7',
      '**Steps:**',
      '- [ ]',
      '- [x] ',
      '1.',
      '2) a',
      '---',
      '> ',
      '```',
      '|',
      'a',
      '<!--',
      '-->',
      '<!-- hint -->',
      ' ',
      '\t',
      '\n',
      '\n\n',
      '\r\n',
      '\u00a0',
      '\u200b',
      '網',
      '__x__',
      "'",
    )
    const texts = fc.sample(
      fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join('')),
      400,
    )
    const { rows } = await ctx.db.query<{ text: string; says: boolean }>(
      `select t.text, ${saysSomethingSql('t.text')} as says from unnest($1::text[]) as t(text)`,
      [texts],
    )
    for (const { text, says } of rows) expect(saysSomething(text), JSON.stringify(text)).toBe(says)
  }))

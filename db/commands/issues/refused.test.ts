import { expect, test } from 'vitest'
import type { Ctx } from '../../context.ts'
import { aModel } from '../../testing/models.ts'
import { refusalOf } from '../../testing/refused.ts'
import { toStakeholder } from '../../testing/stakeholder.ts'
import { anIssue, inWorld } from '../../testing/world.ts'
import { moveExcess } from '../boards/excess.ts'
import { changeLabel, createLabel, removeLabel } from '../labels.ts'
import { removeModel } from '../models/models.ts'
import { undoEvent } from '../undo.ts'
import { agreeOnWeight } from '../weighings/agree.ts'
import { abandonWeighing } from '../weighings/open.ts'
import { revealWeights, voteWeight } from '../weighings/vote.ts'
import { closeIssue, reopenIssue } from './close.ts'
import { labelIssue } from './labels.ts'
import { setModel } from './model.ts'
import { weighIssue } from './plan.ts'
import { setSpikeScope } from './spike-scope.ts'
import { setWait } from './wait.ts'

const group = 'custom-models'

test('an issue is closed once and reopened once', () =>
  inWorld(async (ctx) => {
    const ref = await anIssue(ctx)
    expect(await refusalOf(ctx, () => reopenIssue(ctx, { group, ref }))).toBe(
      `refused: #${ref} is already open.`,
    )
    await closeIssue(ctx, { group, ref })
    expect(await refusalOf(ctx, () => closeIssue(ctx, { group, ref }))).toBe(
      `refused: #${ref} is already closed.`,
    )
  }))

test('only a duplicate has an original, and the original is an issue of the group', () =>
  inWorld(async (ctx) => {
    const [ref, original] = [await anIssue(ctx), await anIssue(ctx)]
    const close = (more: object) => () => closeIssue(ctx, { group, ref, ...more })
    expect(await refusalOf(ctx, close({ reason: 'done', duplicateOf: original }))).toBe(
      'refused: Only a duplicate has an original.',
    )
    expect(await refusalOf(ctx, close({ reason: 'duplicate', duplicateOf: 800_001 }))).toMatch(/^not_found: /)
    expect(await refusalOf(ctx, close({ reason: 'duplicate', duplicateOf: ref }))).toBe(
      'refused: An issue cannot link to itself.',
    )
  }))

test('only what is blocked says what it waits for', () =>
  inWorld(async (ctx) => {
    const ref = await anIssue(ctx)
    const wait = { group, ref, need: 'the price list', from: 'Purchasing' }
    expect(await refusalOf(ctx, () => setWait(ctx, wait))).toBe(`refused: #${ref} is not blocked.`)
  }))

test('where no estimation runs, there is nothing to vote on, to reveal, to agree on or to cancel', () =>
  inWorld(async (ctx) => {
    const ref = await anIssue(ctx)
    const one = { group, ref }
    const acts = [
      () => voteWeight(ctx, { ...one, weight: 2 }),
      () => revealWeights(ctx, one),
      () => agreeOnWeight(ctx, { ...one, weight: 2 }),
      () => abandonWeighing(ctx, one),
    ]
    for (const act of acts)
      expect(await refusalOf(ctx, act)).toBe(`refused: No estimation of #${ref} is running.`)
  }))

test('a label means what a rule knows, or nothing', () =>
  inWorld(async (ctx) => {
    const label = { group, title: 'chore', hue: 20 }
    expect(await refusalOf(ctx, () => createLabel(ctx, { ...label, meaning: 'type.chore' }))).toBe(
      'refused: Unknown meaning “type.chore”.',
    )
    expect(await refusalOf(ctx, () => createLabel(ctx, { ...label, title: 'chore, small' }))).toBe(
      'refused: A label title cannot contain a comma.',
    )
  }))

test('of labels that exclude each other one comes on, and none goes on and off at once', () =>
  inWorld(async (ctx) => {
    const ref = await anIssue(ctx)
    const change = (more: object) => () => labelIssue(ctx, { group, ref, ...more })
    expect(await refusalOf(ctx, change({ add: ['workflow::in dev', 'workflow::in review'] }))).toBe(
      'refused: An issue has only one of “workflow::in dev” and “workflow::in review”. Choose one.',
    )
    expect(await refusalOf(ctx, change({ add: ['spike'], remove: ['spike'] }))).toBe(
      'refused: “spike” cannot be added and removed at once.',
    )
  }))

test('a model stays in the register while issues add it, and the refusal counts them', () =>
  inWorld(async (ctx) => {
    const model = await aModel(ctx)
    const [one, other] = [await anIssue(ctx), await anIssue(ctx)]
    const remove = () => removeModel(ctx, { group, model })
    await setModel(ctx, { group, ref: one, model })
    expect(await refusalOf(ctx, remove)).toBe('refused: An issue adds “Falcon”. Clear their model first.')
    await setModel(ctx, { group, ref: other, model })
    expect(await refusalOf(ctx, remove)).toBe('refused: 2 issues add “Falcon”. Clear their model first.')
    for (const ref of [one, other]) await setModel(ctx, { group, ref, model: null })
    await remove()
  }))

test('only the planning board has a line below which cards are moved', () =>
  inWorld(async (ctx) => {
    const ref = await anIssue(ctx)
    const act = { group, board: 'build', milestone: '18.8', to: '18.9', refs: [ref] }
    expect(await refusalOf(ctx, () => moveExcess(ctx, act))).toBe(
      'refused: Only the planning board has a waterline.',
    )
  }))

/** A label, and the event of taking it off an issue. */
async function takenOff(ctx: Ctx): Promise<{ label: number; event: number }> {
  const ref = await anIssue(ctx)
  const { label } = await createLabel(ctx, { group, title: 'flaky', hue: 20, meaning: null })
  await labelIssue(ctx, { group, ref, add: ['flaky'] })
  const { event } = await labelIssue(ctx, { group, ref, remove: ['flaky'] })
  return { label: Number(label.id), event }
}

test('a label that is gone is not put on again by undoing', () =>
  inWorld(async (ctx) => {
    const { label, event } = await takenOff(ctx)
    await removeLabel(ctx, { group, label })
    expect(await refusalOf(ctx, () => undoEvent(ctx, { group, event }))).toBe(
      'conflict: The label “flaky” was removed.',
    )
  }))

test('a label that was renamed since is put on again under its new title', () =>
  inWorld(async (ctx) => {
    const { label, event } = await takenOff(ctx)
    await changeLabel(ctx, { group, label, title: 'unsteady' })
    const { cards } = await undoEvent(ctx, { group, event })
    expect(cards[0]?.labelIds).toContain(String(label))
  }))

test('a person who only reads changes nothing of an issue', () =>
  inWorld(async (ctx, { as }) => {
    const ref = await anIssue(ctx)
    const stakeholder = await toStakeholder(await as('patrick'))
    const acts = [
      () => closeIssue(stakeholder, { group, ref }),
      () => labelIssue(stakeholder, { group, ref, add: ['spike'] }),
      () => weighIssue(stakeholder, { group, ref, weight: 3 }),
      () => setSpikeScope(stakeholder, { group, ref, scope: 'One day.', was: null }),
      () => setWait(stakeholder, { group, ref, need: 'a key', from: 'Infra' }),
    ]
    for (const act of acts) expect(await refusalOf(ctx, act)).toMatch(/^forbidden: /)
  }))

import { expectNoViolations } from './axe.ts'
import { announcement, open } from './boards.ts'
import { carryTo, pointIn } from './drag.ts'
import { pressKey } from './keys.ts'
import { aCandidate, candidates, goTo, PLAN, planOf, rowOf, tray } from './plans.ts'
import { expect, test } from './test.ts'

test.use({ contextOptions: { reducedMotion: 'reduce' } })

test('the PM orders the candidates by keys and by pointer, and moves what lies below the line', async ({
  page,
  signIn,
  anIssue,
  api,
}) => {
  const pm = await api('jordan')
  const first = await aCandidate(anIssue, pm, { title: 'To be first' })
  const heavy = await aCandidate(anIssue, pm, {
    title: 'Below the line',
    weight: 99,
    state: 'planning breakdown',
    dri: null,
  })
  // each team has more than it can carry, so that nothing fits at the end of the list
  for (const team of ['model-selection', 'health-connectivity', 'gateway-services']) {
    await aCandidate(anIssue, pm, { title: 'Too much', weight: 98, state: 'planning breakdown', team })
  }
  await signIn('jordan')
  await open(page, PLAN)
  const placeOf = async (ref: number) =>
    (await planOf(pm)).candidates.find(({ card }) => card.ref === ref)?.pm
  const link = candidates(page).getByRole('link', { name: first.title })
  await goTo(page, first)
  await page.keyboard.press('Alt+ArrowUp')
  await expect(rowOf(page, first)).toContainText(/PM \d/)
  await expect(link).toBeFocused()
  const row = rowOf(page, first)
  await row.getByRole('button', { name: new RegExp(`move #${first.ref}$`) }).click()
  await page.getByRole('menuitem', { name: 'Move to the top' }).click()
  await expect.poll(() => placeOf(first.ref)).toBe(1)

  // dropped a few rows above, among those that the PM has not placed, it is the last of the order
  await rowOf(page, heavy).scrollIntoViewIfNeeded()
  const rows = candidates(page)
    .getByRole('row')
    .filter({ has: page.getByRole('link') })
  const at = (await planOf(pm)).candidates.findIndex(({ card }) => card.ref === heavy.ref)
  await carryTo(page, rowOf(page, heavy), await pointIn(rows.nth(at - 2), 0.3, 0.1))
  await page.mouse.up()
  await expect.poll(() => placeOf(heavy.ref)).toBeGreaterThan(1)

  const move = page.getByRole('button', { name: /^Move the \d+ below to / })
  await move.click()
  await page.getByRole('menuitem', { name: 'Next 1-3 Milestones' }).click()
  await expect(announcement(page)).toContainText(/^Moved \d+ issues? to Next 1-3 Milestones\./)
  await pressKey(page, 'z')
  await expect(announcement(page)).toContainText(/^Undid the changes? to (\d+ issues|#\d+)\./)
})

test('candidates are added from a shelf in one act, which another window sees, and undone', async ({
  page,
  signIn,
  asPerson,
  anIssue,
}) => {
  const shelved = await anIssue({
    title: 'On the shelf',
    state: 'ready for development',
    deliverable: false,
    milestone: 'next-1-3',
  })
  const other = await asPerson('mohamed')
  await open(other, PLAN)
  await signIn('jordan')
  await open(page, PLAN)
  await page.getByRole('button', { name: 'Add candidates' }).first().click()
  const dialog = page.getByRole('dialog', { name: /^Add candidates to / })
  await dialog.getByRole('searchbox', { name: 'Find' }).fill(shelved.title.split(' ').at(-1) ?? '')
  await dialog.getByRole('checkbox', { name: new RegExp(`#${shelved.ref}`) }).check()
  await expectNoViolations(page, '[role=dialog]')
  await dialog.getByRole('button', { name: 'Add 1 candidate' }).click()
  await expect(rowOf(page, shelved)).toBeVisible()
  await expect(rowOf(other, shelved)).toBeVisible()
  await pressKey(page, 'z')
  await expect(rowOf(page, shelved)).toHaveCount(0)
})

test('an engineer reads the plan and weighs what is theirs', async ({ page, signIn, anIssue, api }) => {
  const mine = await aCandidate(anIssue, await api('mohamed'), {
    title: 'Mine to weigh',
    weight: null,
    state: 'planning breakdown',
  })
  await signIn('cindy')
  await open(page, `${PLAN}?picks=${mine.ref}`)
  await expect(candidates(page).getByRole('checkbox')).toHaveCount(0)
  for (const name of ['Propose', 'Add candidates', 'Start joint session'])
    await expect(page.getByRole('button', { name })).toHaveCount(0)
  await rowOf(page, mine)
    .getByRole('button', { name: `Weigh #${mine.ref}` })
    .click()
  await page.getByRole('menuitemcheckbox', { name: /^2/ }).first().click()
  await expect(rowOf(page, mine).getByRole('button', { name: `Weight of #${mine.ref}: 2` })).toBeVisible()
})

test('the steps open into their sentence and what is missing; a note and the joint session are kept', async ({
  page,
  signIn,
  asPerson,
}) => {
  const other = await asPerson('mohamed')
  await open(other, PLAN)
  await signIn('jordan')
  await open(page, PLAN)
  const steps = page.getByRole('list', { name: 'Steps' })
  await expect(steps.getByRole('listitem').filter({ has: page.getByRole('button') })).toHaveCount(7)
  await steps.getByRole('button', { name: /^Joint planning session/ }).click()
  await expect(steps).toContainText('Joint planning session to finalise the planning board (PM, EM)')
  await steps.getByRole('button', { name: 'Add note' }).click()
  await steps.getByRole('textbox', { name: 'Note' }).fill('Cindy stands in for the EM.')
  await steps.getByRole('button', { name: 'Save' }).click()
  await expect(other.getByText('Cindy stands in for the EM.')).toBeVisible()
  await page.getByRole('button', { name: 'Start joint session' }).click()
  await expect(other.getByRole('button', { name: /^End joint session/ })).toBeVisible()
  await other.getByRole('button', { name: /^End joint session/ }).click()
  await expect(page.getByRole('button', { name: 'Start joint session' })).toBeVisible()
})

test('on a phone the steps are one line, the planning issue is a tab, and the tray stays below', async ({
  page,
  signIn,
  anIssue,
  api,
}) => {
  const one = await aCandidate(anIssue, await api('mohamed'))
  await page.setViewportSize({ width: 390, height: 844 })
  await signIn('mohamed')
  await open(page, `${PLAN}?picks=${one.ref}`)
  await expect(page.getByRole('list', { name: 'Steps' })).toBeHidden()
  await expect(tray(page)).toBeInViewport()
  await expectNoViolations(page)
  await page.getByRole('button', { name: 'Planning issue', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Planning issue' })).toBeVisible()
  await expect(candidates(page)).toBeHidden()
})

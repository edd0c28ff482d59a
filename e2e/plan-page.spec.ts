import { readIssue } from '#lib/contract/issues.ts'
import { expectNoViolations } from './axe.ts'
import { announcement, open } from './boards.ts'
import { pressKey } from './keys.ts'
import { aCandidate, goTo, pickBox, PLAN, rowOf, tray } from './plans.ts'
import { expect, test } from './test.ts'
import { GROUP } from './world.ts'

test.use({ contextOptions: { reducedMotion: 'reduce' } })

test('the EM picks, makes what can be made, keeps what a rule refuses with its reason, and takes all of it back', async ({
  page,
  signIn,
  anIssue,
  api,
}) => {
  const em = await api('mohamed')
  const ready = await aCandidate(anIssue, em)
  const second = await aCandidate(anIssue, em, { title: 'Another candidate', dri: null })
  const raw = await aCandidate(anIssue, em, { title: 'Not ready', state: 'planning breakdown', weight: null })
  await signIn('mohamed')
  await open(page, PLAN)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Plan, /)
  for (const one of [ready, second, raw]) await pickBox(page, one).check()
  await expect(tray(page)).toContainText('3 picked, 2 refused')
  // lines that are half under the head of the table are no targets
  await rowOf(page, ready).evaluate((row) => {
    for (let up = row.parentElement; up; up = up.parentElement) up.scrollTop = 0
  })
  await expectNoViolations(page)

  // a missing DRI is named here
  await rowOf(page, second)
    .getByRole('button', { name: `DRI of #${second.ref}: none` })
    .click()
  await page.getByRole('menuitemcheckbox', { name: /^Julie Huang/ }).click()
  await expect(tray(page)).toContainText('3 picked, 1 refused')
  await open(page, page.url())
  await expect(tray(page)).toContainText('3 picked, 1 refused')
  await expect(tray(page).getByRole('list', { name: 'Refused' })).toContainText(`#${raw.ref}`)

  await tray(page).getByRole('button', { name: 'Make 2 Deliverables' }).click()
  await expect(page.getByText(/^Made 2 issues Deliverables of /).first()).toBeVisible()
  await expect(tray(page)).toContainText('1 picked, 1 refused')
  await expect(pickBox(page, raw)).toBeChecked()
  await expect(rowOf(page, second)).toContainText('Mohamed')
  expect((await em.ask(readIssue, { group: GROUP, ref: second.ref })).dri).toBe('julie')
  const offer = tray(page).getByRole('button', { name: `Ask for weights of #${raw.ref}` })
  await offer.click()
  await expect(page.getByRole('dialog', { name: `Who estimates #${raw.ref}?` })).toBeVisible()
  await page.keyboard.press('Escape')

  await pressKey(page, 'z')
  await expect(announcement(page)).toContainText('Undid the changes to 2 issues.')
  await expect(pickBox(page, ready)).toBeVisible()
  expect((await em.ask(readIssue, { group: GROUP, ref: second.ref })).dri).toBeNull()
})

test('the EM picks a range, names a DRI and makes the Deliverables by keyboard alone', async ({
  page,
  signIn,
  anIssue,
  api,
}) => {
  const em = await api('mohamed')
  const one = await aCandidate(anIssue, em, { title: 'By keys' })
  await signIn('mohamed')
  await open(page, PLAN)
  await goTo(page, one)
  await pressKey(page, 'x')
  await expect(tray(page)).toContainText('1 picked')
  await pressKey(page, 'k')
  await page.keyboard.press('Shift+X')
  await expect(tray(page)).toContainText(/^2 picked/)
  await page.keyboard.press('x')
  await expect(tray(page)).toContainText(/^1 picked/)
  await pressKey(page, 'j')
  await pressKey(page, 'a')
  await page.keyboard.type('Patrick')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(
    rowOf(page, one).getByRole('button', { name: /^DRI of .*Patrick.*, chosen here$/ }),
  ).toBeVisible()
  await pressKey(page, 'Space')
  await expect(page.getByRole('complementary', { name: `Issue #${one.ref}` })).toBeVisible()
  await page.keyboard.press('Escape')
  await pressKey(page, 'Control+Enter')
  const dialog = page.getByRole('dialog', { name: 'Hand over 1 issue' })
  await expect(dialog).toBeVisible()
  await page.keyboard.type('Patrick knows the receiver.')
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toHaveCount(0)
  await expect(rowOf(page, one)).toContainText('Deliverable')
  expect((await em.ask(readIssue, { group: GROUP, ref: one.ref })).dri).toBe('patrick')
  await pressKey(page, 'z')
  await expect(pickBox(page, one)).toBeVisible()
  expect((await em.ask(readIssue, { group: GROUP, ref: one.ref })).dri).toBe('cindy')
})

test('a proposal becomes the picks with why the rest was left out, and can be edited and discarded', async ({
  page,
  signIn,
  anIssue,
  api,
}) => {
  const em = await api('mohamed')
  const heavy = await aCandidate(anIssue, em, {
    title: 'Far too heavy',
    weight: 99,
    state: 'planning breakdown',
  })
  await signIn('mohamed')
  await open(page, PLAN)
  await page.getByRole('button', { name: 'Propose' }).click()
  const note = page.getByText(/^Proposal · \d+ picked, \d+ left out/)
  await expect(note).toBeVisible()
  await expect(pickBox(page, heavy)).not.toBeChecked()
  await page.getByRole('button', { name: 'Show reasons' }).click()
  await expect(page.getByRole('list', { name: 'Left out' })).toContainText(`#${heavy.ref}`)
  await open(page, page.url())
  await expect(note).toBeVisible()
  await pickBox(page, heavy).check()
  await expect(tray(page).getByRole('list', { name: 'Refused' })).toContainText(`#${heavy.ref}`)
  await page.getByRole('button', { name: 'Discard' }).click()
  await expect(tray(page)).toHaveCount(0)
})

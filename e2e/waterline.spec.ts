import { viewBoard } from '#lib/contract/boards.ts'
import { readIssue } from '#lib/contract/issues.ts'
import { boardAt, cardOn, open, openBoard, announcement } from './boards.ts'
import { pressKey } from './keys.ts'
import { expect, test } from './test.ts'
import { GROUP } from './world.ts'

test('what lies below the waterline goes to the next three milestones in one act, on every board, and back again', async ({
  page,
  signIn,
  asPerson,
  anIssue,
  api,
}) => {
  const jordan = await api('jordan')
  const { board } = await jordan.ask(viewBoard, { group: GROUP, board: 'planning' })
  const heavy = await anIssue({
    title: 'Too much',
    weight: 99,
    state: 'planning breakdown',
    deliverable: false,
    milestone: board.milestone,
  })
  await signIn('jordan')
  await openBoard(page, 'planning')
  const colleague = await asPerson('cindy')
  await open(colleague, boardAt('planning', { q: heavy.title }))
  await expect(cardOn(colleague, heavy)).toBeVisible()

  const button = page.getByRole('button', { name: /^\d+ cards? below the line…$/ })
  const count = Number((await button.textContent())?.split(' ')[0])
  await button.press('Enter')
  await page
    .getByRole('menuitem', {
      name: 'Next 1-3 Milestones',
    })
    .click()
  await expect(announcement(page)).toContainText(/^Moved \d+ issues? to Next 1-3 Milestones\./)
  // A Deliverable among them may have to stay; this one goes.
  await expect(cardOn(colleague, heavy)).toHaveCount(0)
  const milestone = async () => (await jordan.ask(readIssue, { group: GROUP, ref: heavy.ref })).milestone
  expect(await milestone()).toBe('next-1-3')

  await pressKey(page, 'z')
  await expect(announcement(page)).toContainText(/^Undid the changes? to (\d+ issues|#\d+)\./)
  await expect(button).toContainText(`${count} card`)
  await expect(cardOn(colleague, heavy)).toBeVisible()
  expect(await milestone()).toBe(board.milestone)
})

test('who does not order the planning board is not offered to clear it', async ({
  page,
  signIn,
  anIssue,
  api,
}) => {
  const { board } = await (await api('cindy')).ask(viewBoard, { group: GROUP, board: 'planning' })
  await anIssue({ weight: 99, state: 'planning breakdown', deliverable: false, milestone: board.milestone })
  await signIn('cindy')
  await openBoard(page, 'planning')
  await expect(page.getByText(/^capacity.* ends$/).first()).toBeVisible()
  await expect(page.getByRole('button', { name: /below the line…$/ })).toHaveCount(0)
})

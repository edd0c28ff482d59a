import { askToConfirm, reopenCapacity } from '#lib/contract/capacity.ts'
import { doneWithInbox } from '#lib/contract/inbox.ts'
import { listMilestones } from '#lib/contract/milestones.ts'
import { expectNoViolations } from './axe.ts'
import { announcement, open } from './boards.ts'
import { expect, test } from './test.ts'
import { GROUP } from './world.ts'

test.use({ contextOptions: { reducedMotion: 'reduce' } })

const inboxAt = `/${GROUP}/inbox`

test('who is asked for their days snoozes it, goes there from the inbox, and is done with it by confirming', async ({
  page,
  signIn,
  api,
}) => {
  const [em, patrick] = [await api('mohamed'), await api('patrick')]
  const { next } = await em.ask(listMilestones, { group: GROUP })
  const days = { group: GROUP, milestone: next ?? '', person: 'patrick' }
  await patrick.ask(reopenCapacity, days)
  await patrick.ask(doneWithInbox, { group: GROUP })
  await em.ask(askToConfirm, days)
  await signIn('patrick')
  await open(page, inboxAt)
  const asked = page
    .getByRole('list', { name: 'Inbox' })
    .getByRole('listitem')
    .filter({ hasText: 'to confirm their days' })
  await expect(asked).toContainText('Asked of you')
  await asked.getByRole('button', { name: /^Snooze / }).click()
  await page.getByRole('menuitem', { name: /^Tomorrow/ }).click()
  await expect(asked).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expectNoViolations(page)
  await asked.getByRole('link').click()
  await expect(page).toHaveURL(`/${GROUP}/milestones/${next}/capacity`)
  await page.getByRole('button', { name: 'My days are right' }).click()
  await expect(announcement(page)).toContainText('Confirmed your days')
  await open(page, inboxAt)
  await expect(asked).toHaveCount(0)
})

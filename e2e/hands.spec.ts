import { helpHand, listHands, raiseHand } from '#lib/contract/hands.ts'
import { handsLink, issueLink, weekLink } from '#lib/kit/links.ts'
import { expectNoViolations } from './axe.ts'
import { open } from './boards.ts'
import { expectNoOverhang } from './overhang.ts'
import { expect, test } from './test.ts'
import { GROUP, newWord } from './world.ts'

test.use({ contextOptions: { reducedMotion: 'reduce' } })

test('an engineer raises a hand with R on an issue, a colleague helps, and how it ended is found later', async ({
  page,
  onIssue,
  asPerson,
}) => {
  const issue = await onIssue('julie', { dri: 'julie' })
  const word = newWord()
  await page.keyboard.press('r')
  const dialog = page.getByRole('dialog', { name: 'Raise a hand' })
  await expect(dialog).toContainText(`#${issue.ref}`)
  const field = dialog.getByRole('textbox', { name: 'What you need, in one sentence' })
  await expect(field).toHaveValue(`I need help with #${issue.ref}: `)
  await expectNoViolations(page, '[role=dialog]')
  await expect(field, 'the person writes on at once').toBeFocused()
  await page.keyboard.type(`the probe ${word}`)
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()
  const here = page.getByRole('region', { name: 'Hands' })
  await expect(here).toContainText(`I need help with #${issue.ref}: the probe ${word}`)
  await expect(here).toContainText('Waits for help.')

  const cindy = await asPerson('cindy')
  await open(cindy, handsLink(GROUP))
  const line = cindy.getByRole('list', { name: 'Open hands' }).getByRole('listitem').filter({ hasText: word })
  await line.getByRole('button', { name: 'Help Julie' }).click()
  await expect(line).toContainText('Cindy Halim helps.')
  await expect(here, 'the other page hears it').toContainText('Cindy Halim helps.')

  await here.getByRole('button', { name: 'Lower my hand…' }).click()
  const ending = page.getByRole('dialog', { name: 'Lower the hand' })
  await ending.getByRole('textbox', { name: 'How it ended' }).fill(`The certificate ${word} had expired.`)
  await page.keyboard.press('Control+Enter')
  await expect(here).not.toContainText(word)
  await expect(line).toHaveCount(0)
  await cindy.getByRole('searchbox', { name: 'Find a hand' }).fill(`certificate ${word}`)
  await cindy.getByRole('button', { name: 'Lowered', exact: true }).click()
  const lowered = cindy.getByRole('list', { name: 'Lowered hands' }).getByRole('listitem')
  await expect(lowered).toHaveCount(1)
  await expect(lowered).toContainText(`The certificate ${word} had expired.`)
  await expect(cindy).toHaveURL(/state=lowered/)
})

test('open hands stand first in the week; of two who help at once one does, the other is told who', async ({
  page,
  signIn,
  api,
  forgive,
}) => {
  forgive(/409/)
  const [julie, cindy] = [await api('julie'), await api('cindy')]
  const ask = `I need help with ${newWord()}.`
  const { hand } = await julie.ask(raiseHand, { group: GROUP, kind: 'overloaded', ask })
  await signIn('patrick')
  await open(page, weekLink(GROUP))
  const row = page.getByRole('list', { name: 'Raised hands' }).getByRole('listitem').filter({ hasText: ask })
  await expect(row).toContainText('Overloaded')
  await page.route('**/help', async (route) => {
    await cindy.ask(helpHand, { group: GROUP, hand: hand.id })
    await route.continue()
  })
  await row.getByRole('button', { name: 'Help Julie' }).click()
  await expect(page.getByText('Cindy Halim already helps.').first()).toBeVisible()
  const { items } = await julie.ask(listHands, { group: GROUP })
  expect(items.find(({ id }) => id === hand.id)?.helper).toBe('cindy')
})

test('the page of hands reads well on a phone, in the dark, and is undone with Z', async ({
  page,
  signIn,
  api,
}) => {
  const ask = `I need help with ${newWord()}.`
  await (await api('julie')).ask(raiseHand, { group: GROUP, kind: 'bigger', ask })
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.setViewportSize({ width: 390, height: 844 })
  await signIn('mohamed')
  await open(page, handsLink(GROUP))
  const line = page.getByRole('list', { name: 'Open hands' }).getByRole('listitem').filter({ hasText: ask })
  await expectNoOverhang(page, 'hands')
  await expectNoViolations(page)
  await line.getByRole('button', { name: 'Help Julie' }).click()
  await expect(line).toContainText('Mohamed Hamda helps.')
  await page.keyboard.press('z')
  await expect(line).toContainText('Waits for help.')
})

test('a stakeholder sees who needs help, and raises none', async ({
  page,
  signIn,
  anIssue,
  api,
  forgive,
}) => {
  forgive(/404/)
  const secret = newWord()
  const hidden = await anIssue({ title: `Confidential ${secret}`, confidential: true })
  const ask = `I need help with ${secret}.`
  await (
    await api('julie')
  ).ask(raiseHand, { group: GROUP, kind: 'stuck', ask, subject: `issue-${hidden.ref}` })
  await signIn('stakeholder')
  await open(page, handsLink(GROUP))
  await expect(page.getByRole('heading', { level: 1, name: 'Hands' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Raise a hand…' })).toHaveCount(0)
  expect(await page.content()).not.toContain(secret)
  await page.goto(issueLink(GROUP, hidden.ref))
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/not found/i)
})

import type { Page } from 'playwright/test'
import { commentOnIssue } from '#lib/contract/issues.ts'
import { listPings } from '#lib/contract/pings.ts'
import { pingsLink } from '#lib/kit/links.ts'
import { open } from './boards.ts'
import { somePlanners } from './planners.ts'
import { expect, test } from './test.ts'

const lineIn = (page: Page, list: string, title: string) =>
  page.getByRole('list', { name: list }).getByRole('listitem').filter({ hasText: title })

test('a ping is answered from the list with an emoji, and the one who asked sees it go', async ({
  page,
  signIn,
  asPerson,
  baseURL,
}) => {
  const { em, group, anIssue } = await somePlanners(baseURL)
  const { ref } = await anIssue('Agree on the price list', {})
  await em.ask(commentOnIssue, { group, ref, body: 'Is that the newest, @cindy?' })
  await signIn('mohamed')
  await open(page, `/${group}/inbox`)
  await page.getByRole('link', { name: 'Pings' }).click()
  const asked = lineIn(page, 'Waiting for others', 'Agree on the price list')
  await expect(asked).toContainText('You mentioned Cindy')
  await expect(page.getByText('No mention waits for your answer.')).toBeVisible()

  const cindy = await asPerson('cindy')
  await open(cindy, pingsLink(group))
  const mine = lineIn(cindy, 'Waiting for you', 'Agree on the price list')
  await expect(mine).toContainText('Is that the newest, @cindy?')
  await mine.getByRole('button', { name: `Answer on #${ref}` }).click()
  await mine.getByRole('group', { name: 'Answer with an emoji' }).getByRole('button').first().click()
  await expect(cindy.getByText('No mention waits for your answer.')).toBeVisible()
  await expect(asked).toBeHidden()
})

test('a ping is found and answered with a reply by keys alone, and taken back', async ({
  page,
  signIn,
  baseURL,
}) => {
  const { em, group, anIssue } = await somePlanners(baseURL)
  for (const title of ['First question', 'Second question']) {
    const { ref } = await anIssue(title, {})
    await em.ask(commentOnIssue, { group, ref, body: `What of this, @patrick?` })
  }
  await signIn('patrick')
  await open(page, pingsLink(group))
  const second = lineIn(page, 'Waiting for you', 'Second question')
  await expect(async () => {
    await page.keyboard.press('j')
    await expect(second.getByRole('link')).toBeFocused({ timeout: 200 })
  }).toPass()
  await page.keyboard.press('e')
  await expect(second.getByRole('textbox')).toBeFocused()
  await page.keyboard.type('It can wait.')
  await page.keyboard.press('Control+Enter')
  await expect(second).toBeHidden()
  await expect(lineIn(page, 'Waiting for you', 'First question')).toBeVisible()
  const { fromMe } = await em.ask(listPings, { group })
  expect(fromMe.map(({ title }) => title)).toEqual(['First question'])
  await page.keyboard.press('z')
  await expect(second).toBeVisible()
})

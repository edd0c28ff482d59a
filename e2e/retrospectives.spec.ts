import type { Page } from 'playwright/test'
import { addDays, monthOf } from '#lib/kit/plain-date.ts'
import { retrospectiveLink, weekLink } from '#lib/kit/links.ts'
import { expectNoViolations } from './axe.ts'
import { open } from './boards.ts'
import { choose } from './fields.ts'
import { expectNoOverhang } from './overhang.ts'
import { somePlanners } from './planners.ts'
import { expect, test } from './test.ts'
import { newWord } from './world.ts'

test.use({ contextOptions: { reducedMotion: 'reduce' } })

async function write(page: Page, kind: string, text: string) {
  const form = page.getByRole('form', { name: 'Add a point' })
  await form.getByRole('button', { name: kind, exact: true }).click()
  await form.getByRole('textbox', { name: 'Your point' }).fill(text)
  await form.getByRole('button', { name: 'Add point' }).click()
  await expect(page.getByRole('list', { name: kind })).toContainText(text)
}

test('three people write what only they read, the EM opens it, votes count, and an action carries over', async ({
  page,
  signIn,
  asPerson,
  baseURL,
}) => {
  const { group, today } = await somePlanners(baseURL)
  const now = monthOf(today)
  const last = monthOf(addDays(`${now}-01`, -1))
  const [mine, hers, his] = [newWord(), newWord(), newWord()]
  await signIn('mohamed')
  await open(page, retrospectiveLink(group, last))
  await page.getByRole('button', { name: 'Begin' }).click()
  await expect(page.getByText('Collecting points')).toBeVisible()
  const [cindy, patrick] = [await asPerson('cindy'), await asPerson('patrick')]
  await open(cindy, retrospectiveLink(group, last))
  await open(patrick, retrospectiveLink(group, last))
  await write(cindy, 'Did not go well', `Reviews waited ${hers}`)
  await write(patrick, 'To try', `A review hour ${his}`)
  const form = page.getByRole('form', { name: 'Add a point' })
  await form.getByRole('button', { name: 'Thanks' }).click()
  await choose(form.getByRole('combobox', { name: 'Whom you thank' }), 'Cindy Halim')
  await form.getByRole('textbox', { name: 'Your point' }).fill(`For the runbook ${mine}`)
  await form.getByRole('button', { name: 'Add point' }).click()
  const points = page.getByRole('region', { name: 'Points' })
  await expect(points).toContainText('2 points of others are hidden until the points are opened.')
  await expect(points).not.toContainText(hers)
  await expect(cindy.getByRole('region', { name: 'Points' })).not.toContainText(mine)

  await page.getByRole('button', { name: 'Open points' }).click()
  await expect(points).toContainText(hers)
  await expect(cindy.getByRole('region', { name: 'Points' }), 'the others see it at once').toContainText(his)
  await cindy.getByRole('button', { name: `Vote for “A review hour ${his}”` }).click()
  await patrick.getByRole('button', { name: `Vote for “A review hour ${his}”` }).click()
  await expect(page.getByRole('list', { name: '2 votes' })).toContainText(his)

  await page.getByRole('button', { name: 'Add action…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Add an action' })
  await dialog.getByRole('textbox', { name: 'Action' }).fill(`Try the review hour ${his}`)
  await choose(dialog.getByRole('combobox', { name: 'Owner' }), 'Patrick Cyiza')
  await dialog.getByRole('button', { name: 'Add action' }).click()
  await expect(page.getByRole('list', { name: 'Actions' })).toContainText('Patrick Cyiza')
  await page.getByRole('button', { name: 'Close retrospective' }).click()
  await expect(form).toBeHidden()
  await expect(patrick.getByRole('form', { name: 'Add a point' })).toBeHidden()

  await open(patrick, weekLink(group))
  await expect(patrick.getByRole('list', { name: 'My actions' })).toContainText(`Try the review hour ${his}`)
  await open(patrick, retrospectiveLink(group, now))
  const carried = patrick.getByRole('list', { name: 'Actions' }).getByRole('listitem')
  await expect(carried).toContainText('Carried over since')
  await carried.getByRole('button', { name: 'Done' }).click()
  await open(page, retrospectiveLink(group, last))
  await expect(page.getByRole('list', { name: 'Actions' })).toContainText('done since then')
})

test('by the keyboard alone: a point that outlives a reload, a vote, an action and the way from the list', async ({
  page,
  signIn,
  baseURL,
}) => {
  const { group, today } = await somePlanners(baseURL)
  const now = monthOf(today)
  const word = newWord()
  await signIn('mohamed')
  await open(page, retrospectiveLink(group))
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(`${retrospectiveLink(group, now)}$`))
  const field = page.getByRole('textbox', { name: 'Your point' })
  await expect(field).toBeVisible()
  await page.keyboard.press('p')
  await expect(field).toBeFocused()
  await page.keyboard.type(`Reviews ${word}`)
  await page.reload()
  await expect(field).toHaveValue(`Reviews ${word}`)
  await field.focus()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('list', { name: 'Went well' })).toContainText(word)
  await expect(field).toHaveValue('')
  await page.getByRole('button', { name: 'Open points' }).press('Enter')
  const votes = page.getByRole('list', { name: 'No votes' })
  await expect(votes).toContainText(word)
  await page.keyboard.press('j')
  await expect(votes.getByRole('listitem')).toBeFocused()
  await page.keyboard.press('v')
  await expect(page.getByRole('list', { name: '1 vote' })).toContainText(word)
  await page.keyboard.press('a')
  await expect(page.getByRole('dialog', { name: 'Add an action' })).toBeVisible()
  await page.keyboard.type(`Write it down ${word}`)
  await page.getByRole('button', { name: 'Add action', exact: true }).press('Enter')
  await expect(page.getByRole('list', { name: 'Actions' })).toContainText(word)
})

test('fits a phone and both themes, from the list to the minutes', async ({ page, signIn, baseURL }) => {
  const { group, today } = await somePlanners(baseURL)
  await signIn('mohamed')
  await page.setViewportSize({ width: 390, height: 844 })
  await open(page, retrospectiveLink(group))
  await expectNoOverhang(page, 'the list')
  await expectNoViolations(page)
  await open(page, retrospectiveLink(group, monthOf(today)))
  await write(page, 'Went well', `A long point without end: ${'reviews'.repeat(12)}`)
  await expectNoOverhang(page, 'writing')
  await expectNoViolations(page)
  await page.getByRole('button', { name: 'Open points' }).click()
  await expect(page.getByRole('button', { name: 'Close retrospective' })).toBeVisible()
  await expectNoViolations(page)
})

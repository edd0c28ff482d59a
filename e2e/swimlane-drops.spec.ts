import type { Locator, Page } from 'playwright/test'
import { createEpic } from '#lib/contract/epics.ts'
import { readIssue } from '#lib/contract/issues.ts'
import { cardOn, lane, moveButton, openBoard, titlesIn } from './boards.ts'
import { carryTo, pointIn } from './drag.ts'
import { expect, test } from './test.ts'
import { GROUP, newWord } from './world.ts'

async function openLanes(page: Page, query: Record<string, string>): Promise<void> {
  await openBoard(page, 'build', query)
  await expect(page.getByRole('main').getByRole('listitem').first()).toHaveAttribute('draggable', 'true')
}

const drop = async (page: Page, card: Locator, into: string) => {
  await carryTo(page, card, await pointIn(lane(page, into)))
}

test('a card that is dropped into another column and epic gets both, told before, as one act with one undo', async ({
  page,
  signIn,
  anIssue,
  api,
}) => {
  const word = newWord()
  const em = await api('mohamed')
  const { number } = await em.ask(createEpic, { group: GROUP, title: `Epic ${word}` })
  await anIssue({ title: `In it ${word}`, epic: number, dri: 'cindy' })
  const free = await anIssue({ title: `Free ${word}`, dri: 'cindy' })
  await signIn('cindy')
  await openLanes(page, { q: word, group: 'epic' })
  await drop(page, cardOn(page, free), `in review, Epic ${word}`)
  await expect(page.getByText(`Sets the epic to “Epic ${word}”.`)).toBeVisible()
  await expect(page.getByText('→ workflow::in review')).toBeVisible()
  await page.mouse.up()
  await expect(titlesIn(page, `in review, Epic ${word}`)).toHaveText([free.title])
  const messages = page.getByRole('region', { name: 'Messages' })
  await expect(messages).toContainText(`Moved #${free.ref} to in review. Its epic is “Epic ${word}”.`)

  await messages.getByRole('button', { name: 'Undo' }).click()
  await expect(titlesIn(page, 'in dev, No epic')).toHaveText([free.title])
  const { epic, labels } = await em.ask(readIssue, { group: GROUP, ref: free.ref })
  expect(epic).toBeNull()
  expect(labels.map(({ title }) => title)).toContain('workflow::in dev')
})

test('keys, the menu of a card and the palette give a card the lane’s epic as well, also many at once', async ({
  page,
  signIn,
  anIssue,
  api,
}) => {
  const word = newWord()
  const em = await api('mohamed')
  const { number } = await em.ask(createEpic, { group: GROUP, title: `Epic ${word}` })
  const title = `in dev, Epic ${word}`
  const within = await anIssue({ title: `In it ${word}`, epic: number, dri: 'cindy' })
  const [first, second, third] = [
    await anIssue({ title: `First ${word}`, dri: 'cindy' }),
    await anIssue({ title: `Second ${word}`, dri: 'cindy' }),
    await anIssue({ title: `Third ${word}`, dri: 'cindy', state: 'in review' }),
  ]
  await signIn('cindy')
  await openLanes(page, { q: word, group: 'epic' })

  await cardOn(page, first).focus()
  await page.keyboard.press('v')
  await page.keyboard.press('ArrowUp')
  await expect(page.getByRole('status')).toContainText(`Sets the epic to “Epic ${word}”.`)
  await page.keyboard.press('Enter')
  await expect(titlesIn(page, title)).toHaveText([within.title, first.title])
  await page.keyboard.press('z')
  await expect(titlesIn(page, title)).toHaveText([within.title])

  await moveButton(page, first).click()
  await page.getByRole('menuitem', { name: `Epic ${word}` }).click()
  await expect(titlesIn(page, title)).toHaveText([within.title, first.title])

  await cardOn(page, second).focus()
  await page.keyboard.press('x')
  await cardOn(page, third).focus()
  await page.keyboard.press('x')
  await page.keyboard.press('ControlOrMeta+k')
  await page.getByRole('combobox', { name: 'Command menu' }).fill(`Move to Epic ${word}`)
  await page.getByRole('option', { name: `Move to Epic ${word}`, exact: true }).click()
  await expect(titlesIn(page, title)).toHaveText([within.title, first.title, second.title])
  await expect(titlesIn(page, `in review, Epic ${word}`)).toHaveText([third.title])
  await expect(page.getByRole('region', { name: 'Messages' })).toContainText('Moved 2 issues.')
  await page.keyboard.press('z')
  await expect(titlesIn(page, 'in dev, No epic')).toHaveText([second.title])
  await expect(titlesIn(page, 'in review, No epic')).toHaveText([third.title])
})

test('an unowned card that is dropped into your own lane is yours, and unowned again after an undo', async ({
  page,
  signIn,
  anIssue,
}) => {
  const word = newWord()
  const free = await anIssue({ title: `Free ${word}` })
  await signIn('cindy')
  await openLanes(page, { q: word, group: 'person' })
  await drop(page, cardOn(page, free), 'in review, Cindy Halim')
  await expect(page.getByText('Assigns it to you: you become the DRI.')).toBeVisible()
  await page.mouse.up()
  await expect(titlesIn(page, 'in review, Cindy Halim')).toHaveText([free.title])
  await page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Undo' }).click()
  await expect(titlesIn(page, 'in dev, No DRI')).toHaveText([free.title])
})

test('the card of another person stays, says why before it is let go, and offers to ask for a hand-over', async ({
  page,
  signIn,
  anIssue,
  api,
}) => {
  const word = newWord()
  const hers = await anIssue({ title: `Hers ${word}`, dri: 'julie' })
  await signIn('cindy')
  await openLanes(page, { q: word, group: 'person' })
  await drop(page, cardOn(page, hers), 'in review, Cindy Halim')
  await expect(page.getByText('Julie Huang is the DRI. Ask for a hand-over.')).toBeVisible()
  await page.mouse.up()
  await expect(titlesIn(page, 'in dev, Julie Huang')).toHaveText([hers.title])

  await page.getByRole('button', { name: 'Ask for a hand-over' }).click()
  const dialog = page.getByRole('dialog', { name: `Ask Julie Huang to hand over #${hers.ref}` })
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('I have the cluster at hand.')
  await dialog.getByRole('button', { name: 'Send request' }).click()
  await expect(page.getByRole('status')).toContainText(`Asked Julie Huang to hand over #${hers.ref}.`)
  const { dri, comments } = await (await api('cindy')).ask(readIssue, { group: GROUP, ref: hers.ref })
  expect(dri).toBe('julie')
  expect(comments.map(({ body }) => body)).toEqual([
    `@julie Please hand #${hers.ref} over to me.\n\nI have the cluster at hand.`,
  ])
})

test('your own card in another lane asks for context, and is offered with the move; the EM hands over at once', async ({
  page,
  signIn,
  asPerson,
  anIssue,
}) => {
  const word = newWord()
  const mine = await anIssue({ title: `Mine ${word}`, dri: 'cindy' })
  await anIssue({ title: `Hers ${word}`, dri: 'julie' })
  await signIn('cindy')
  await openLanes(page, { q: word, group: 'person' })
  await drop(page, cardOn(page, mine), 'in review, Julie Huang')
  await expect(page.getByText('Asks Julie Huang to take over; you add the context.')).toBeVisible()
  await page.mouse.up()
  const dialog = page.getByRole('dialog', { name: `Hand over #${mine.ref}` })
  await dialog.getByRole('textbox', { name: 'Context' }).fill('The probe works; the page is next.')
  await dialog.getByRole('button', { name: 'Ask to take over' }).click()
  await expect(titlesIn(page, 'in review, Cindy Halim')).toHaveText([mine.title])
  await expect(page.getByRole('status')).toContainText('Asked Julie Huang to take over.')
  await page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Undo' }).click()
  await expect(titlesIn(page, 'in dev, Cindy Halim')).toHaveText([mine.title])

  const em = await asPerson('mohamed')
  await openLanes(em, { q: word, group: 'person' })
  await drop(em, cardOn(em, mine), 'in dev, Julie Huang')
  await expect(em.getByText('Hands over from Cindy Halim to Julie Huang; you add the context.')).toBeVisible()
  await em.mouse.up()
  const given = em.getByRole('dialog', { name: `Hand over #${mine.ref}` })
  await given.getByRole('textbox', { name: 'Context' }).fill('The probe works; the page is next.')
  await given.getByRole('button', { name: 'Hand over now' }).click()
  await expect(cardOn(lane(em, 'in dev, Julie Huang'), mine)).toBeVisible()
  await em.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Undo' }).click()
  await expect(titlesIn(em, 'in dev, Cindy Halim')).toHaveText([mine.title])
})

import { expect, type Locator, type Page } from 'playwright/test'
import { GROUP } from './world.ts'

/** The address of a board; `q` and its like narrow it to the cards of one story. */
export const boardAt = (board: string, query: Record<string, string> = {}): string => {
  const search = new URLSearchParams(query).toString()
  return `/${GROUP}/boards/${board}${search ? `?${search}` : ''}`
}

/** What the address of a board says once words are typed into its filter; the last of a title is that of its story. */
export const titled = (title: string, ...before: string[]): { filter: string } => ({
  filter: [...before, title.split(' ').at(-1)].map((word) => `title:${word}`).join(' and '),
})

/** Opens a page of the group, and waits until it hears of changes: from then on it answers clicks as well. */
export async function open(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await expect(page.getByText('Live', { exact: true })).toBeVisible()
}

/** Opens a board, and waits until it answers keys too. */
export async function openBoard(page: Page, board: string, query?: Record<string, string>): Promise<void> {
  await open(page, boardAt(board, query))
  await goToFilter(page)
  await page.keyboard.press('Tab')
}

/** Nobody waits for a key to be heard; whoever presses it too early presses it again. */
export async function goToFilter(page: Page): Promise<void> {
  await expect(async () => {
    await page.keyboard.press('/')
    await expect(filterField(page)).toBeFocused({ timeout: 200 })
  }).toPass()
}

export const filterField = (page: Page): Locator =>
  page.getByRole('searchbox', { name: 'Filter by title or number' })

/** The cards of a column, or of an unfolded lane beside the columns. */
export const lane = (page: Page, title: string): Locator =>
  page.getByRole('list', { name: title, exact: true })

type Named = { title: string }

export const cardOn = (where: Page | Locator, { title }: Named): Locator =>
  where.getByRole('listitem', { name: title })

/** The button of a card, which says which card it moves. */
export const moveButton = (where: Page | Locator, card: Named): Locator =>
  cardOn(where, card).getByRole('button', { name: `${card.title} to…` })

/** Chooses from the card's own menu. */
export async function moveByMenu(page: Page, card: Named, to: string): Promise<void> {
  await moveButton(page, card).click()
  await page.getByRole('menuitem', { name: to }).click()
}

/** What is said to those who do not see it. */
export const announcement = (page: Page): Locator => page.getByRole('status')

/** The titles of the cards of a lane, from the top. */
export const titlesIn = (page: Page, title: string): Locator => lane(page, title).getByRole('link')

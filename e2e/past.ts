import { expect, type Locator, type Page } from 'playwright/test'

/** Opens a page that shows the past, and waits until it answers. */
export async function openPast(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await expect(page.getByText('Not live', { exact: true })).toBeAttached()
  await expect(slider(page)).toBeVisible()
}

/** Opens the slider on a page that shows now, by its key. */
export async function lookBack(page: Page): Promise<void> {
  await expect(async () => {
    await page.keyboard.press('y')
    await expect(slider(page)).toBeFocused({ timeout: 500 })
  }).toPass()
}

export const pastLine = (page: Page): Locator => page.getByRole('region', { name: 'Look back' })

export const slider = (page: Page): Locator => page.getByRole('slider', { name: 'Day that the page shows' })

export const nowButton = (page: Page): Locator => page.getByRole('button', { name: 'Now, look back' })

/** The moment in the address; null for now. */
export const momentIn = (page: Page): string | null => new URL(page.url()).searchParams.get('at')

/** The end of the day so many days ago, as an address says it. */
export const daysAgo = (days: number): string =>
  new Date(Date.now() - days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10)

import { expect, type Locator, type Page } from 'playwright/test'

const FAR = 120

/** Presses Tab until something has the focus, as somebody without a pointer would. Throws when it is never reached. */
export async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await expect(target).toBeVisible()
  for (let press = 0; press < FAR; press += 1) {
    if (await hasFocus(target)) return
    await page.keyboard.press(key)
  }
  throw new Error('Tab does not lead there.')
}

const hasFocus = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => element === element.ownerDocument.activeElement)

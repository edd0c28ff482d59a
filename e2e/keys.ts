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

/**
 * Presses a key of the page itself. A menu or a dialog that is on its way out still has the focus, and keeps the keys
 * to itself: a person's next key comes later than that.
 */
export async function pressKey(page: Page, key: string): Promise<void> {
  await expect.poll(() => page.evaluate(whoHasKeys)).toBe('the page')
  await page.keyboard.press(key)
}

/** Runs in the page. */
const whoHasKeys = () => {
  const own = document.activeElement?.closest(
    'input, textarea, select, [role=menu], [role=dialog], [role=listbox]',
  )
  return own ? (own.getAttribute('role') ?? own.tagName) : 'the page'
}

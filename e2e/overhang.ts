import { expect, type Page } from 'playwright/test'

/** The page does not scroll sideways: nothing lies beyond the right edge of the window, or of the room that its contents have. */
export async function expectNoOverhang(page: Page, name: string): Promise<void> {
  // What is measured before it is drawn takes a second frame in a window that has just changed.
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
  expect(await page.evaluate(overhang), name).toBe(0)
}

/** In pixels; runs in the page. */
const overhang = () =>
  Math.max(
    0,
    ...[document.documentElement, document.querySelector('main')].map((room) =>
      room ? room.scrollWidth - room.clientWidth : 0,
    ),
  )

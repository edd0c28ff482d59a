import { expect, type Locator, type Page } from 'playwright/test'

export type Point = { x: number; y: number }

/** Where something is on the page, in pixels. Throws when it is not to be seen. */
export async function boxOf(
  target: Locator,
): Promise<{ x: number; y: number; width: number; height: number }> {
  const box = await target.boundingBox()
  if (!box) throw new Error('It is not to be seen.')
  return box
}

/** A point within something; the fractions count from its left and its top. */
export async function pointIn(target: Locator, across = 0.5, down = 0.5): Promise<Point> {
  const { x, y, width, height } = await boxOf(target)
  return { x: x + width * across, y: y + height * down }
}

/** Lifts a card with the pointer and holds it at a point; `page.mouse.up()` lets it go. */
export async function carryTo(page: Page, card: Locator, to: Point): Promise<void> {
  // Before its part of the page has come to life a card lies there, and cannot be lifted yet.
  await expect(card).toHaveAttribute('draggable', 'true')
  const from = await pointIn(card, 0.3, 0.8)
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(from.x + 8, from.y + 8, { steps: 3 })
  await page.mouse.move(to.x, to.y, { steps: 8 })
  await tremble(page, to)
}

/** A hand never holds quite still, and browsers tell of a drag that stands still as well; here it has to be told. */
export async function tremble(page: Page, { x, y }: Point): Promise<void> {
  await page.mouse.move(x + 1, y)
  await page.mouse.move(x, y)
}

import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from 'playwright/test'

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
/** The other theme changes colours, and nothing else. */
const COLOURS = ['color-contrast', 'link-in-text-block']

/** Looks at a page as it is now, in both themes; its story asks for reduced motion. */
export async function expectNoViolations(page: Page, within = 'html'): Promise<void> {
  expect(await violationsIn(page, 'light', within), `light ${page.url()}`).toEqual([])
  expect(await violationsIn(page, 'dark', within), `dark ${page.url()}`).toEqual([])
}

async function violationsIn(page: Page, colorScheme: 'light' | 'dark', within: string) {
  await page.emulateMedia({ colorScheme })
  // Colours on their way from one theme to the other are no colours of either.
  await expect.poll(() => page.evaluate(() => document.getAnimations().length)).toBe(0)
  const axe = new AxeBuilder({ page, ...((await knowsAxe(page)) && { axeSource: ALREADY_THERE }) })
    .include(within)
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
  const { violations } = await (
    colorScheme === 'light' ? axe.withTags(WCAG) : axe.withRules(COLOURS)
  ).analyze()
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary }) => ({ id, help, html: html.slice(0, 300), failureSummary })),
  )
}

const ALREADY_THERE = 'globalThis.axe'

/** Reading axe costs a page more than most of what axe looks at: each page reads it once. */
async function knowsAxe(page: Page): Promise<boolean> {
  const known = await Promise.all(page.frames().map((frame) => frame.evaluate(() => 'axe' in globalThis)))
  return known.every(Boolean)
}

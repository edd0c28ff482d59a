import type { Locator, Page } from 'playwright/test'
import { addressOf, allPages, BY_LINK, LEADING_ON, OPEN } from './all-pages.ts'
import { boardAt, cardOn, lane, moveButton, moveByMenu, open, openBoard, titlesIn } from './boards.ts'
import { boxOf, type Point } from './drag.ts'
import { expectStill, settle, watchJumps } from './jumps.ts'
import { expectNoOverhang } from './overhang.ts'
import { expect, test } from './test.ts'
import { GROUP } from './world.ts'

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 1 })

test('on a phone the pages are in a drawer', async ({ page, signIn }) => {
  await signIn('cindy')
  await openBoard(page, 'build')
  const pages = page.getByRole('navigation', { name: 'Pages' })
  await expect(pages).toBeHidden()
  await page.getByRole('button', { name: 'Open the menu' }).tap()
  await expect(pages).toBeVisible()
  for (const link of await pages.getByRole('link').all())
    expect((await boxOf(link)).height).toBeGreaterThanOrEqual(44)
  await pages.getByRole('link', { name: 'Issues' }).tap()
  await expect(page).toHaveURL(`/${GROUP}/issues`)
  await expect(pages).toBeHidden()
  await page.getByRole('button', { name: 'Open the menu' }).tap()
  await page.touchscreen.tap(370, 400)
  await expect(pages).toBeHidden()
})

test('on a phone a board snaps column by column', async ({ page, signIn }) => {
  await signIn('cindy')
  await openBoard(page, 'build')
  const left = async (title: string) => (await boxOf(page.getByRole('region', { name: title }))).x
  const start = await left('ready for development')
  for (const title of ['in dev', 'in review']) {
    await swipe(page, { x: 330, y: 600 }, { x: 90, y: 600 })
    await expect.poll(() => left(title), `${title} lies where the first column lay`).toBeCloseTo(start, 0)
  }
})

test('on a phone a card is taken and moved by touch', async ({ page, signIn, anIssue }) => {
  const issue = await anIssue({ title: 'In my hand' })
  await signIn('cindy')
  await openBoard(page, 'build', { q: issue.title })
  await cardOn(page, issue).getByRole('button', { name: 'Assign to me' }).tap()
  await expect(cardOn(page, issue)).toHaveAccessibleName(/DRI Cindy Halim/)
  await moveByMenu(page, issue, 'in review')
  await expect(titlesIn(page, 'in review')).toHaveText([issue.title])
  await expect(cardOn(lane(page, 'in review'), issue)).toBeInViewport()
})

test('on a phone what is pressed is large enough for a finger', async ({ page, signIn, anIssue }) => {
  const issue = await anIssue({ title: 'For fingers' })
  await signIn('cindy')
  await openBoard(page, 'build', { q: issue.title })
  const card = cardOn(page, issue)
  await card.scrollIntoViewIfNeeded()
  for (const target of [
    page.getByRole('button', { name: 'Open the menu' }),
    page.getByRole('button', { name: /theme, keys, sign out$/ }),
    page.getByRole('button', { name: 'Filter', exact: true }),
    moveButton(page, issue),
    card.getByRole('button', { name: 'Assign to me' }),
  ]) {
    // 44 less what an edge or a neighbour takes of it
    expect(await reachOf(target), String(target)).toBeGreaterThanOrEqual(40)
  }
})

test('on a phone what a page has shown stays where it is while it comes to life, and no page scrolls sideways', async ({
  page,
  signIn,
  anIssue,
}) => {
  test.setTimeout(180_000)
  const { ref } = await anIssue({ title: 'Narrow', dri: 'cindy', epic: 11 })
  const parts = { '[group]': GROUP, '[ref]': String(ref) }
  await signIn('mohamed')
  await watchJumps(page)
  for (const name of allPages.filter((one) => ![...LEADING_ON, ...BY_LINK].includes(one))) {
    const address = addressOf(name, parts)
    if (OPEN.includes(name)) await page.goto(address)
    else {
      await settle(page, address)
      await expectStill(page, address)
    }
    await expectNoOverhang(page, address)
  }
  await open(page, boardAt('planning'))
  await expectNoOverhang(page, 'planning')
})

test.describe('in a window of 1024 pixels', () => {
  test.use({ viewport: { width: 1024, height: 768 }, hasTouch: false, isMobile: false })

  test('a long title is read whole in a list', async ({ page, signIn, anIssue }) => {
    const issue = await anIssue({
      title: 'The page of the docs names the wrong settings for the gateway',
      epic: 11,
    })
    await signIn('mohamed')
    await open(page, `/${GROUP}/issues?q=${issue.title.split(' ').at(-1)}`)
    const title = page.getByRole('link', { name: issue.title })
    await expect(title).toBeVisible()
    expect(
      await title.evaluate(
        (link) => link.scrollWidth <= link.clientWidth && link.scrollHeight <= link.clientHeight,
      ),
    ).toBe(true)
  })
})

/** A finger draws over the glass, from one point to another. */
async function swipe(page: Page, from: Point, to: Point): Promise<void> {
  const glass = await page.context().newCDPSession(page)
  await glass.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [from] })
  const steps = 10
  for (let step = 1; step <= steps; step += 1) {
    const between = (a: number, b: number) => a + ((b - a) * step) / steps
    const touchPoints = [{ x: between(from.x, to.x), y: between(from.y, to.y) }]
    await glass.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints })
  }
  await glass.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  await glass.detach()
}

/** How high the area is, in pixels, in which a finger still hits the control: what it looks like may be smaller. */
function reachOf(target: Locator): Promise<number> {
  return target.evaluate((element) => {
    const box = element.getBoundingClientRect()
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2]
    const hits = (away: number) => element.contains(document.elementFromPoint(x, y + away))
    let reach = 0
    for (const way of [-1, 1]) for (let away = 0; away < 60 && hits(away * way); away += 1) reach += 1
    return reach
  })
}

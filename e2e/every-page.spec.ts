import { addressOf, allPages, BY_LINK, LEADING_ON, OPEN } from './all-pages.ts'
import { expectNoViolations } from './axe.ts'
import { expectStill, settle, watchJumps } from './jumps.ts'
import { expectNoOverhang } from './overhang.ts'
import { expect, test } from './test.ts'
import { GROUP } from './world.ts'

/** What holds for each page is looked at in one visit: opening a page is the dearest part of it. */

/** Its title is long, so that it asks for room wherever it is listed. */
const LONG = {
  title: 'The page of the docs names the wrong settings for the gateway',
  dri: 'cindy',
  epic: 11,
}

for (const name of allPages.filter((one) => ![...LEADING_ON, ...OPEN, ...BY_LINK].includes(one))) {
  test(`the page ${name} keeps still while it comes to life, axe finds nothing on it, light and dark, its one heading is its title, and at 1024 pixels it does not scroll sideways`, async ({
    page,
    signIn,
    anIssue,
  }) => {
    const { ref } = await anIssue(LONG)
    // A person who may set something sees what can be pressed; others read why not.
    await signIn('mohamed')
    await watchJumps(page)
    await settle(page, addressOf(name, { '[group]': GROUP, '[ref]': String(ref) }))
    await expectStill(page, name)

    await page.emulateMedia({ reducedMotion: 'reduce' })
    await expectNoViolations(page)
    const heading = page.getByRole('heading', { level: 1 })
    await expect(heading).toHaveCount(1)
    const [title = ''] = (await page.title()).split(' · ')
    for (const word of title.split(' ')) await expect(heading).toContainText(word)

    await page.setViewportSize({ width: 1024, height: 768 })
    await expectNoOverhang(page, name)
  })
}

for (const name of OPEN) {
  test(`axe finds nothing on the page ${name}, light and dark, and it has one heading`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await page.goto(addressOf(name, {}))
    await expectNoViolations(page)
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
  })
}

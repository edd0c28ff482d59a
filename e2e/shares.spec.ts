import type { Browser, Page } from 'playwright/test'
import { listEvents } from '#lib/contract/events.ts'
import { listMilestones } from '#lib/contract/milestones.ts'
import { createShare, listShares, revokeShare } from '#lib/contract/shares.ts'
import { briefLink, milestoneLink, ownershipLink, sayDoLink, settingsLink } from '#lib/kit/links.ts'
import { expectNoViolations } from './axe.ts'
import { open } from './boards.ts'
import { expectNoOverhang } from './overhang.ts'
import { somePlanners } from './planners.ts'
import { expect, test } from './test.ts'
import { GROUP, newWord } from './world.ts'

/** A browser without a session. */
async function guestOf(browser: Browser): Promise<Page> {
  return (await browser.newContext()).newPage()
}

test('the EM creates a link to Say/Do, a guest opens it, it is revoked, and the guest finds nothing', async ({
  page,
  signIn,
  browser,
  forgive,
}) => {
  const name = newWord()
  await signIn('mohamed')
  await open(page, sayDoLink(GROUP))
  await page.getByRole('button', { name: 'Share…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Share Say/Do' })
  await dialog.getByRole('textbox', { name: 'For' }).fill(name)
  await page.keyboard.press('Enter')
  const link = await dialog.getByRole('textbox', { name: `Link for ${name}` }).inputValue()
  expect(link).toMatch(/\/share\/saydo_[\w-]{43}$/)
  await expect(dialog.getByRole('listitem').filter({ hasText: name })).toContainText('never opened')

  const guest = await guestOf(browser)
  await guest.goto(link)
  await expect(guest.getByRole('heading', { level: 1 })).toContainText('Say/Do')
  await expect(guest.getByRole('img', { name: /milestones? kept/i })).toBeVisible()
  const links = await guest.getByRole('link').evaluateAll((all) => all.map((one) => one.getAttribute('href')))
  expect(links, 'the only way on is to sign in').toEqual(['/sign-in'])

  await dialog.getByRole('button', { name: `Revoke the link for ${name}` }).click()
  await page
    .getByRole('dialog', { name: /Revoke the link/ })
    .getByRole('button', { name: 'Revoke' })
    .click()
  await expect(page.getByText(/^Revoked the link for/).first()).toBeVisible()
  await expect(dialog.getByRole('listitem').filter({ hasText: name })).toHaveCount(0)
  forgive(/404/)
  const gone = await guest.reload()
  expect(gone?.status()).toBe(404)
  await expect(guest.getByRole('heading', { level: 1 })).toHaveText('This link does not work')
  await guest.context().close()
})

test('a link is answered without a trace: no index, no store, no referrer, no cookie, and its secret is told nowhere', async ({
  api,
}) => {
  const em = await api('mohamed')
  const made = await em.ask(createShare, { group: GROUP, what: 'ownership', name: newWord() })
  const { pathname } = new URL(made.link)
  const seen = async (path: string, method = 'GET', headers = {}) =>
    fetch(`${em.address}${path}`, { method, headers, redirect: 'manual' })
  const answer = await seen(pathname)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('x-robots-tag')).toContain('noindex')
  expect(answer.headers.get('cache-control')).toContain('no-store')
  expect(answer.headers.get('referrer-policy')).toBe('no-referrer')
  expect(answer.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
  expect(answer.headers.get('set-cookie')).toBeNull()
  const html = await answer.text()
  expect(html).toMatch(/<meta name="robots" content="noindex/)
  expect(html).not.toMatch(/@saydo\.|mailto:/)
  const told = [await em.ask(listShares, { group: GROUP }), await em.ask(listEvents, { group: GROUP })]
  expect(JSON.stringify(told)).not.toContain(pathname.split('/').at(-1))

  const opened = async () =>
    (await em.ask(listShares, { group: GROUP })).items.find(({ id }) => id === made.share.id)?.openedOn
  const other = await em.ask(createShare, { group: GROUP, what: 'ownership', name: newWord() })
  const ahead = new URL(other.link).pathname
  expect((await seen(ahead, 'HEAD')).status).toBe(200)
  expect((await seen(ahead, 'GET', { 'sec-purpose': 'prefetch' })).status).toBe(200)
  const list = (await em.ask(listShares, { group: GROUP })).items
  expect(await opened()).not.toBeNull()
  expect(list.find(({ id }) => id === other.share.id)?.openedOn, 'nobody has looked').toBeNull()

  await em.ask(revokeShare, { group: GROUP, share: made.share.id })
  const wrong = [pathname, `/share/saydo_${'x'.repeat(43)}`, '/share/x', `${pathname}x`, '/share/..%2f']
  for (const path of wrong) {
    const gone = await seen(path)
    expect(gone.status, path).toBe(404)
    expect(gone.headers.get('x-robots-tag'), path).toContain('noindex')
  }
  expect((await seen(pathname, 'HEAD')).status).toBe(404)
})

test('the brief of a milestone leads to its issues, is copied, and its link shows no more than a stakeholder sees', async ({
  page,
  signIn,
  api,
  browser,
  anIssue,
  context,
}) => {
  const secret = newWord()
  await anIssue({
    title: `Confidential ${secret}`,
    labels: ['group::custom models', 'type::bug', 'workflow::in dev', 'Deliverable'],
    dri: 'julie',
    confidential: true,
  })
  await signIn('mohamed')
  await open(page, milestoneLink(GROUP))
  await page.getByRole('link', { name: 'Brief' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Brief of')
  for (const name of ['Committed', 'What moved', 'Risks', 'Who to ask', 'What changed since you last looked'])
    await expect(page.getByRole('heading', { level: 2, name })).toBeVisible()
  await expect(page.getByText(`Confidential ${secret}`).first()).toBeVisible()
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.getByRole('button', { name: 'Copy as Markdown' }).click()
  await expect(page.getByText('Copied the brief as Markdown.').first()).toBeVisible()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied).toMatch(/^# Brief of .*\n/)
  expect(copied).toContain('## Who to ask')

  const em = await api('mohamed')
  const { current } = await em.ask(listMilestones, { group: GROUP })
  const { link } = await em.ask(createShare, {
    group: GROUP,
    what: 'brief',
    milestone: current ?? '',
    name: newWord(),
  })
  const guest = await guestOf(browser)
  await guest.goto(link)
  await expect(guest.getByRole('heading', { level: 1 })).toContainText('Brief of')
  await expect(guest.getByText('This is your first visit.')).toBeVisible()
  await expect(guest.getByText(/\d+ issues? not shown\./).first()).toBeVisible()
  expect(await guest.content()).not.toContain(secret)
  await guest.context().close()
})

test('a brief of 46 Deliverables is printed on two sheets', async ({ baseURL, browser }) => {
  const { em, group, anIssue } = await somePlanners(baseURL)
  const labels = ['workflow::in dev', 'Deliverable']
  for (let made = 1; made <= 46; made += 1)
    await anIssue(`Deliverable ${made}`, { milestone: '1.0', dri: 'cindy' }, labels)
  const wanted = { group, what: 'brief', milestone: '1.0', name: newWord() } as const
  const { link } = await em.ask(createShare, wanted)
  const guest = await guestOf(browser)
  await guest.goto(link)
  await expect(guest.getByText('Deliverable 46').first()).toBeVisible()
  const printed = await guest.pdf({ format: 'A4' })
  expect(printed.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length).toBeLessThanOrEqual(2)
  await guest.context().close()
})

test('public pages read well on a phone, in the dark and for a screen reader', async ({ api, browser }) => {
  const em = await api('mohamed')
  const guest = await guestOf(browser)
  await guest.emulateMedia({ reducedMotion: 'reduce' })
  const current = { what: 'brief' as const, milestone: await currentOf(em) }
  for (const shown of [{ what: 'say_do' as const }, current, { what: 'ownership' as const }]) {
    const { link } = await em.ask(createShare, { group: GROUP, name: newWord(), ...shown })
    await guest.setViewportSize({ width: 1280, height: 900 })
    await guest.goto(link)
    await expectNoViolations(guest)
    await expect(guest.getByRole('heading', { level: 1 })).toHaveCount(1)
    await guest.setViewportSize({ width: 390, height: 844 })
    await expectNoOverhang(guest, shown.what)
    await expectNoViolations(guest)
  }
  await guest.context().close()
})

const currentOf = async (em: { fetch: (path: string) => Promise<Response> }): Promise<string> =>
  (await (await em.fetch(`/api/v1/groups/${GROUP}/milestones`)).json()).current

test('links are created and revoked with the keyboard alone, and the settings list all of them', async ({
  page,
  signIn,
}) => {
  const name = newWord()
  await signIn('jordan')
  await open(page, ownershipLink(GROUP))
  await page.getByRole('button', { name: 'Share…' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'For' })).toBeFocused()
  await page.keyboard.type(name)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('textbox', { name: `Link for ${name}` })).toBeVisible()
  await page.keyboard.press('Escape')
  await open(page, settingsLink(GROUP, 'shares'))
  const row = page.getByRole('list', { name: 'Public links' }).getByRole('listitem').filter({ hasText: name })
  await expect(row).toContainText('Ownership')
  await row.getByRole('button', { name: `Revoke the link for ${name}` }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).focus()
  await page.keyboard.press('Enter')
  await expect(row).toHaveCount(0)
})

test('people who may not share find no button, and the settings of links are not there for them', async ({
  page,
  signIn,
  api,
}) => {
  await signIn('julie')
  await open(page, sayDoLink(GROUP))
  await expect(page.getByRole('button', { name: 'Share…' })).toHaveCount(0)
  await open(page, briefLink(GROUP, await currentOf(await api('julie'))))
  await expect(page.getByRole('button', { name: 'Print' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Share…' })).toHaveCount(0)
})

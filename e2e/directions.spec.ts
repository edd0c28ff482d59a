import type { Locator } from 'playwright/test'
import { commentOnIssue, takeIssue, weighIssue, type Card } from '#lib/contract/issues.ts'
import { createEpic } from '#lib/contract/epics.ts'
import { acceptInvitation, createInvitation } from '#lib/contract/invitations.ts'
import { createLabel, removeLabel } from '#lib/contract/labels.ts'
import { removePerson } from '#lib/contract/people.ts'
import { createTeam } from '#lib/contract/teams.ts'
import { removeView, saveView } from '#lib/contract/views.ts'
import { boardAt, cardOn, open } from './boards.ts'
import { withCookie, type Client } from './client.ts'
import { turnedIn } from './directions.ts'
import { expect, test } from './test.ts'
import { GROUP, newWord } from './world.ts'

/** Lets in somebody whose name is read from the right, as an engineer. */
async function guestNamed(em: Client, name: string): Promise<Client> {
  const handle = newWord()
  const email = `${handle}@saydo.example`
  const { link } = await em.ask(createInvitation, { group: GROUP, email, role: 'engineer' })
  const token = new URL(link, em.address).searchParams.get('token') ?? ''
  const newcomer = { name, handle, password: 'a long enough password' }
  const answer = await fetch(`${em.address}/api/v1${acceptInvitation.path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
    body: JSON.stringify({ token, newcomer }),
  })
  const [cookie = ''] = answer.headers.get('set-cookie')?.split(';') ?? []
  return withCookie(em.address, handle, cookie)
}

/** All that people name, in Arabic and with words of two directions in one. */
async function worldInArabic(em: Client, enter: (fields: object) => Promise<Card>) {
  const word = newWord()
  const name = 'مها (QA) 2'
  const guest = await guestNamed(em, name)
  const team = `فريق البيانات 7 ${word}`
  const label = `عاجل 1 ${word}`
  const view = `مشاكل (v2) ${word}`
  const epicTitle = `ملحمة: API 3 ${word}`
  const { slug } = await em.ask(createTeam, { group: GROUP, name: team })
  const made = await em.ask(createLabel, { group: GROUP, title: label })
  const epic = await em.ask(createEpic, { group: GROUP, title: epicTitle })
  const kept = await em.ask(saveView, { group: GROUP, title: view, place: 'issues', query: 'type=bug' })
  const facts = { team: slug, epic: epic.number, labels: [label] }
  const issues = [
    await enter({ ...facts, title: `إصلاح بوابة API (v2) 10%: ${word}` }),
    await enter({ ...facts, title: `Gateway: انتهت المهلة بعد 30 ثانية! ${word}` }),
  ]
  const body = `@mohamed هل ما زال المسبار يعمل؟ (probe 12) ${word}`
  for (const { ref } of issues) {
    await guest.ask(takeIssue, { group: GROUP, ref })
    await guest.ask(weighIssue, { group: GROUP, ref, weight: 1 })
    await guest.ask(commentOnIssue, { group: GROUP, ref, body })
  }
  return {
    word,
    issues,
    names: [name, team, label, view, epicTitle, body, ...issues.map(({ title }) => title)],
    /** The team had issues, and stays. */
    async clear() {
      await em.ask(removeView, { group: GROUP, view: kept.id })
      await em.ask(removePerson, { group: GROUP, person: guest.handle })
      for (const { ref } of issues)
        await em.ask(commentOnIssue, { group: GROUP, ref, body: '/unlabel\n/close' })
      await em.ask(removeLabel, { group: GROUP, label: Number(made.label.id) })
    },
  }
}

for (const viewport of [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
])
  test.describe(`at ${viewport.width} pixels`, () => {
    test.use({ viewport })

    test('what people named is read in its own direction, and turns nothing beside it', async ({
      page,
      signIn,
      anIssue,
      api,
    }) => {
      test.setTimeout(120_000)
      const { word, issues, names, clear } = await worldInArabic(await api('mohamed'), anIssue)
      const stands = async (where: string, place: Locator) => {
        await expect(place.first(), where).toBeVisible()
        for (const one of await place.all())
          expect.soft(await turnedIn(one, names), where).toEqual({ misplaced: [], bare: [] })
      }
      await signIn('mohamed')
      await open(page, boardAt('build', { q: word }))
      for (const issue of issues) await stands('a card of a board', cardOn(page, issue))
      for (const group of ['epic', 'person', 'team']) {
        await open(page, boardAt('build', { q: word, group }))
        await stands(
          `the head of a lane by ${group}`,
          page.getByRole('button', { expanded: true, name: /weight/ }),
        )
      }

      await open(
        page,
        `/${GROUP}/issues?q=${word}&columns=number,title,workflow,labels,epic,team,weight,dri,author`,
      )
      await stands('a line of a list', page.getByRole('row').filter({ hasText: word }))
      await open(page, `/${GROUP}/issues?q=${word}&group=epic`)
      await stands(
        'the head of a group',
        page.getByRole('row').filter({ has: page.getByRole('button', { expanded: true }) }),
      )

      for (const issue of issues) {
        await open(page, `/${GROUP}/issues/${issue.ref}`)
        await stands('a fact', page.getByRole('definition'))
        await stands('a line of the history', page.getByRole('article').getByRole('listitem'))
        await stands('the head of an issue', page.getByRole('article').locator('header').first())
      }
      const choose = async (entry: RegExp) => {
        await page.getByRole('button', { name: /^Epic:/ }).click()
        await page.getByRole('menuitemcheckbox', { name: entry }).click()
      }
      await choose(/^No epic/)
      await choose(new RegExp(word))
      const message = page.getByRole('region', { name: 'Messages' }).getByText(/^Added #\d+ to “/)
      await stands('a message', message)

      await open(page, `/${GROUP}/inbox`)
      await stands(
        'a line of the inbox',
        page.getByRole('list', { name: 'Inbox' }).getByRole('listitem').filter({ hasText: word }),
      )
      for (const asked of [word, `البيانات ${word}`, 'مها']) {
        await open(page, `/${GROUP}/search?q=${asked}`)
        await stands('what was found', page.getByRole('main').getByRole('listitem'))
      }
      await open(page, `/${GROUP}/epics`)
      await stands('a line of the epics', page.getByRole('listitem').filter({ hasText: word }))
      await open(page, `/${GROUP}/settings/people`)
      await stands('a person', page.getByRole('listitem').filter({ hasText: 'مها' }))
      await clear()
    })
  })

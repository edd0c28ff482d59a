import type { Page } from 'playwright/test'
import { listEvents } from '#lib/contract/events.ts'
import { readIssue, takeIssue } from '#lib/contract/issues.ts'
import { cardOn, openBoard, announcement } from './boards.ts'
import { Refused } from './client.ts'
import { expect, test } from './test.ts'
import { GROUP } from './world.ts'

const NAMES: Record<string, string> = {
  cindy: 'Cindy Halim',
  jordan: 'Jordan Janes',
  julie: 'Julie Huang',
  manoj: 'Manoj M J',
  mohamed: 'Mohamed Hamda',
  newick: 'Newick Lee',
  patrick: 'Patrick Cyiza',
}

test('of eight who take one card at the same moment one gets it, and the others read who did', async ({
  page,
  signIn,
  asPerson,
  anIssue,
  api,
  forgive,
}) => {
  forgive(/409/)
  const issue = await anIssue({ title: 'Everybody wants it' })
  await signIn('cindy')
  const pages = [page, await asPerson('newick'), await asPerson('patrick')]
  const held = await Promise.all(pages.map((one) => pressAndHold(one, issue)))
  const others = await Promise.all(['jordan', 'julie', 'manoj', 'mohamed', 'cindy'].map((one) => api(one)))

  const answers = await Promise.all([
    ...held.map((letGo) => letGo()),
    ...others.map((client) =>
      client.ask(takeIssue, { group: GROUP, ref: issue.ref }).then(
        ({ card }) => card.dri,
        (error: unknown) => (error instanceof Refused ? error.problem.detail : Promise.reject(error)),
      ),
    ),
  ])
  const { dri, driHistory } = await (await api('julie')).ask(readIssue, { group: GROUP, ref: issue.ref })
  const winner = dri ?? ''
  const lost = [`${NAMES[winner]} is already the DRI. Ask for a hand-over.`, 'You are already the DRI.']
  expect(answers.filter((answer) => answer === winner)).toHaveLength(1)
  expect(answers.filter((answer) => answer !== null && lost.includes(answer))).toHaveLength(7)
  expect(driHistory.filter(({ to }) => to === null)).toHaveLength(1)

  const { items } = await (await api('julie')).ask(listEvents, { group: GROUP, issue: issue.ref })
  expect(items.filter(({ type }) => type === 'issue.dri_taken')).toHaveLength(1)
  for (const one of pages) {
    await expect(cardOn(one, issue)).toHaveAccessibleName(new RegExp(`DRI ${NAMES[winner]}`))
    await expect(announcement(one)).toContainText(
      new RegExp(`You are now the DRI of #${issue.ref}|stays as it is`),
    )
  }
})

/** Presses “Take it” and keeps the request from leaving until the returned function lets it go; that tells what came. */
async function pressAndHold(page: Page, issue: { title: string }): Promise<() => Promise<string | null>> {
  const gate = Promise.withResolvers<void>()
  const pressed = Promise.withResolvers<void>()
  const answer = Promise.withResolvers<string | null>()
  await openBoard(page, 'build', { q: issue.title })
  await page.route('**/take', async (route) => {
    pressed.resolve()
    await gate.promise
    const response = await route.fetch()
    const body: { detail?: string; card?: { dri: string } } = await response.json()
    answer.resolve(body.detail ?? body.card?.dri ?? null)
    await route.fulfill({ response })
  })
  await cardOn(page, issue).getByRole('button', { name: 'Assign to me' }).click()
  await pressed.promise
  return () => {
    gate.resolve()
    return answer.promise
  }
}

import { acceptInvitation, createInvitation } from '#lib/contract/invitations.ts'
import { removePerson } from '#lib/contract/people.ts'
import { addressOf, allPages, BY_LINK, OPEN } from './all-pages.ts'
import { clientAt, withCookie, type Client } from './client.ts'
import { expect, test } from './test.ts'
import { GROUP } from './world.ts'

/** Names of what exists nowhere. */
const NOWHERE: Record<string, string> = {
  '[group]': 'nothing',
  '[board]': 'nothing',
  '[noun]': 'nothing',
  '[epic]': '800001',
  '[ref]': '800001',
  '[milestone]': 'nothing',
  '[person]': 'nothing',
  '[retrospective]': 'nothing',
  '[sandbox]': 'nothing',
  '[sync]': '800001',
  '[token]': 'nothing',
}

/** Pages that send whoever is in a group on to another. */
const LEADS: Record<string, string> = {
  '/': `/${GROUP}`,
  '/[group]': `/${GROUP}/week`,
  '/[group]/boards': `/${GROUP}/boards/planning`,
  '/[group]/settings': `/${GROUP}/settings/group`,
}
/** Who does not find a page though they are in the group: it shows nothing but what their roles may not see. */
const NOT_FOR: Record<string, string[]> = {
  // until it is closed
  '/[group]/retrospectives/[retrospective]': ['stakeholder'],
  '/[group]/settings/invitations': ['stakeholder', 'engineer', 'product manager'],
  '/[group]/settings/shares': ['stakeholder', 'engineer'],
}

/** Somebody who was in the group, and in no group is any more. */
async function anOutsider(em: Client): Promise<Client> {
  const handle = 'passer-by'
  const { link } = await em.ask(createInvitation, {
    group: GROUP,
    email: `${handle}@saydo.invalid`,
    role: 'em',
  })
  const token = new URL(link).searchParams.get('token') ?? ''
  const newcomer = { name: 'A passer-by', handle, password: 'correct horse battery' }
  const answer = await em.fetch(`/api/v1${acceptInvitation.path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: '' },
    body: JSON.stringify({ token, newcomer }),
  })
  const [cookie = ''] = answer.headers.get('set-cookie')?.split(';') ?? []
  await em.ask(removePerson, { group: GROUP, person: handle })
  return withCookie(em.address, handle, cookie)
}

const look = async (who: Client, path: string) => {
  const answer = await who.fetch(path, { headers: { 'sec-fetch-site': 'none' } })
  return { status: answer.status, to: answer.headers.get('location'), text: await answer.text() }
}

test('each page is for the members of the group: others are sent to the sign-in page, or find nothing', async ({
  api,
  anIssue,
}) => {
  const em = await api('mohamed')
  const { ref } = await anIssue({ title: 'Visible to everybody of the group' })
  const gone = await clientAt(em.address, 'cindy')
  await gone.fetch('/api/v1/sign-out', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  })
  const people = {
    anonymous: withCookie(em.address, 'anonymous', ''),
    'a session that ended': gone,
    'an outsider': await anOutsider(em),
    stakeholder: await api('stakeholder'),
    engineer: await api('newick'),
    'product manager': await api('jordan'),
    'engineering manager': em,
    administrator: await api('admin'),
  }
  const found: string[] = []
  const wanted: string[] = []
  const here = { '[group]': GROUP, '[ref]': String(ref) }
  for (const page of allPages) {
    for (const [name, who] of Object.entries(people)) {
      const { status, to } = await look(who, addressOf(page, here))
      // The way back that the sign-in page is given has a story of its own.
      found.push(`${page} ${name} ${status} ${to?.split('?')[0] ?? ''}`)
      wanted.push(`${page} ${name} ${expected(page, name)}`)
    }
  }
  expect(found).toEqual(wanted)
})

function expected(page: string, name: string): string {
  if (OPEN.includes(page)) return '200 '
  if (BY_LINK.includes(page)) return '404 '
  if (name === 'anonymous' || name === 'a session that ended') return '307 /sign-in'
  if (name === 'an outsider') return page === '/' ? '200 ' : '404 '
  if (LEADS[page]) return `307 ${LEADS[page]}`
  return NOT_FOR[page]?.includes(name) ? '404 ' : '200 '
}

test('a page about what is nowhere, or about what is confidential, is not found', async ({
  api,
  anIssue,
}) => {
  const [em, stakeholder] = [await api('mohamed'), await api('stakeholder')]
  const secret = await anIssue({ title: 'Leaks on no page', confidential: true })
  const parts = { '[group]': GROUP, '[ref]': String(secret.ref) }
  for (const page of allPages) {
    for (const part of page.match(/\[\w+\]/g) ?? []) {
      const nowhere = addressOf(page, { ...parts, [part]: NOWHERE[part] ?? '' })
      expect([nowhere, (await look(em, nowhere)).status]).toEqual([nowhere, 404])
    }
    expect((await look(stakeholder, addressOf(page, parts))).text, page).not.toContain(secret.title)
  }
  const path = addressOf('/[group]/issues/[ref]', parts)
  expect([(await look(stakeholder, path)).status, (await look(em, path)).status]).toEqual([404, 200])
})

test('the address of the boards leads to the first of them', async ({ page, signIn }) => {
  await signIn('cindy')
  await page.goto(`/${GROUP}/boards`)
  await expect(page).toHaveURL(`/${GROUP}/boards/planning`)
})

import { test as base, expect, type BrowserContext, type Page } from 'playwright/test'
import type { Card } from '#lib/contract/issues.ts'
import { issueLink } from '#lib/kit/links.ts'
import { clientAt, type Client } from './client.ts'
import { newWatch, type Watch } from './watch.ts'
import { addressOfWorker } from './workers.ts'
import { open, openBoard } from './boards.ts'
import { enterIssue, GROUP, type IssueFields } from './world.ts'

export { expect } from 'playwright/test'

type Fixtures = {
  watch: Watch
  /** Errors that this story is about, such as the refusal that it provokes. */
  forgive: Watch['forgive']
  /**
   * Signs the story's own browser in as a person; the sign-in page has stories of its own. Pages that are open are left
   * before, so that none asks as the person of before while another is signed in already.
   */
  signIn: (handle: string) => Promise<void>
  /** Signs another person in beside the pages that are open, which stay as they are. */
  signInBeside: (handle: string) => Promise<void>
  /** Another person, in a browser of their own. */
  asPerson: (handle: string) => Promise<Page>
  /** Somebody's session without a browser; the same one for whoever asks again. */
  api: (handle: string) => Promise<Client>
  anIssue: (fields?: IssueFields) => Promise<Card>
  /** A person before the Build board, narrowed to an issue of the story: it answers keys. */
  onBoard: (handle: string, fields?: IssueFields) => Promise<Card>
  /** A person before the page of an issue of the story. */
  onIssue: (handle: string, fields?: IssueFields) => Promise<Card>
}

export const test = base.extend<Fixtures>({
  baseURL: ({ baseURL }, use, { parallelIndex }) => use(baseURL ?? addressOfWorker(parallelIndex)),
  watch: [
    async ({ browser }, use) => {
      const watch = newWatch()
      browser.on('context', watch.over)
      await use(watch)
      browser.off('context', watch.over)
      expect(watch.unforgiven(), 'nothing goes wrong behind the stage').toEqual([])
    },
    { auto: true },
  ],
  forgive: ({ watch }, use) => use(watch.forgive),
  signIn: ({ context, baseURL }, use) =>
    use(async (handle) => {
      await Promise.all(context.pages().map((page) => page.goto('about:blank')))
      await letIn(context, baseURL, handle)
    }),
  signInBeside: ({ context, baseURL }, use) => use((handle) => letIn(context, baseURL, handle)),
  asPerson: async ({ browser, contextOptions, baseURL }, use) => {
    const contexts: BrowserContext[] = []
    await use(async (handle) => {
      const context = await browser.newContext(contextOptions)
      contexts.push(context)
      await letIn(context, baseURL, handle)
      return await context.newPage()
    })
    await Promise.all(contexts.map((context) => context.close()))
  },
  api: ({ baseURL }, use) => use((handle) => sharedClient(baseURL, handle)),
  anIssue: async ({ api }, use) => {
    const em = await api('mohamed')
    await use((fields) => enterIssue(em, fields))
  },
  onBoard: ({ page, signIn, anIssue }, use) =>
    use(async (handle, fields) => {
      const issue = await anIssue(fields)
      await signIn(handle)
      await openBoard(page, 'build', { q: issue.title })
      return issue
    }),
  onIssue: ({ page, signIn, anIssue }, use) =>
    use(async (handle, fields) => {
      const issue = await anIssue(fields)
      await signIn(handle)
      await open(page, issueLink(GROUP, issue.ref))
      return issue
    }),
})

async function letIn(context: BrowserContext, address = '', handle: string): Promise<void> {
  const { cookie } = await clientAt(address, handle)
  const [name = '', value = ''] = cookie.split('=')
  await context.addCookies([{ name, value, url: address, httpOnly: true, sameSite: 'Lax' }])
}

const clients = new Map<string, Promise<Client>>()

function sharedClient(address = '', handle: string): Promise<Client> {
  const client = clients.get(handle) ?? clientAt(address, handle)
  clients.set(handle, client)
  return client
}

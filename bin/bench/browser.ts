import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser, type BrowserContext } from 'playwright'
import { chromium as findChromium } from '../chromium.ts'
import { chromiumFlags as args } from '../chromium-flags.ts'

/** Does something with a Chromium of the bench's own, and closes it. */
export async function withBrowser<T>(work: (browser: Browser) => Promise<T>): Promise<T> {
  const browser = await chromium.launch({
    executablePath: await findChromium(process.env, { withWindows: true }),
    args,
  })
  try {
    return await work(browser)
  } finally {
    await browser.close()
  }
}

const viewport = { width: 1440, height: 900 }

/** A private window with nothing in it but the sign-in at an address: no cached file, no compiled script. */
export async function profile(browser: Browser, address: string, cookie: string): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport })
  await signIn(context, address, cookie)
  return context
}

/**
 * The ordinary window of a person who is signed in at an address. Unlike a private one it keeps the scripts of earlier
 * visits as they were compiled.
 */
export async function withOrdinaryWindow<T>(
  { url, cookie }: { url: string; cookie: string },
  work: (context: BrowserContext) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'saydo-bench-'))
  try {
    const executablePath = await findChromium(process.env, { withWindows: true })
    const context = await chromium.launchPersistentContext(folder, { executablePath, args, viewport })
    try {
      await signIn(context, url, cookie)
      return await work(context)
    } finally {
      await context.close()
    }
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}

async function signIn(context: BrowserContext, address: string, cookie: string): Promise<void> {
  const [name = '', value = ''] = cookie.split('=', 2)
  if (name !== '') await context.addCookies([{ name, value, url: new URL(address).origin }])
}

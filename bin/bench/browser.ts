import { chromium, type Browser, type BrowserContext } from 'playwright'
import { chromium as findChromium } from '../chromium.ts'
import { chromiumFlags as args } from '../chromium-flags.ts'

/** Does something with a Chromium of the bench's own, and closes it. */
export async function withBrowser<T>(work: (browser: Browser) => Promise<T>): Promise<T> {
  const browser = await chromium.launch({ executablePath: await findChromium(process.env), args })
  try {
    return await work(browser)
  } finally {
    await browser.close()
  }
}

/** A browser profile with nothing in it but the sign-in at an address: no cached file, no compiled script. */
export async function profile(browser: Browser, address: string, cookie: string): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const [name = '', value = ''] = cookie.split('=', 2)
  if (name !== '') await context.addCookies([{ name, value, url: new URL(address).origin }])
  return context
}

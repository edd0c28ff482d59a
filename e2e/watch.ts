import type { BrowserContext } from 'playwright/test'

/** What went wrong behind the stage of a story, and what the story says is to be expected there. */
export type Watch = {
  over: (context: BrowserContext) => void
  /** From here on, an error that matches is part of the story. */
  forgive: (expected: RegExp) => void
  unforgiven: () => string[]
}

/** Leaving a page breaks off what it was still reading. */
const LEAVING = /net::ERR_ABORTED/

/** Listens to every page of a context: errors on its console, uncaught errors, failed requests, answers 400 and above. */
export function newWatch(): Watch {
  const errors: string[] = []
  const forgiven: RegExp[] = [LEAVING]
  return {
    over(context) {
      context.on('console', (message) => {
        const { url } = message.location()
        if (message.type() === 'error') errors.push(`console: ${message.text()} ${url}`)
      })
      context.on('weberror', (error) => errors.push(`uncaught: ${error.error().stack}`))
      context.on('requestfailed', (request) =>
        errors.push(`failed: ${request.method()} ${request.url()} ${request.failure()?.errorText}`),
      )
      context.on('response', (answer) => {
        if (answer.status() >= 400)
          errors.push(`answer: ${answer.status()} ${answer.request().method()} ${answer.url()}`)
      })
    },
    forgive: (expected) => void forgiven.push(expected),
    unforgiven: () => errors.filter((text) => !forgiven.some((one) => one.test(text))),
  }
}

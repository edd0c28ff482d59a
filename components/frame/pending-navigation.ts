import { createStore } from '#components/ui/store.ts'

import { outbox } from '#components/changes/outbox.ts'
import { toast } from '#components/shell/toasts.ts'

/** The path of the page that was asked for and is not here yet, and the one from which it was asked. */
export const onTheWay = createStore<{ path: string | null; from: string }>({ path: null, from: '' })

/**
 * Listens to what the router asks for, whether by a link, a key or the palette. Without a connection the router would
 * leave for a page of the browser that says so; instead what it asks waits, and is asked again when somebody answers.
 */
export function watchNavigations(): () => void {
  const { fetch } = window
  window.fetch = (input, init) => {
    const ask = () => fetch(input, init)
    const path = pathAsked(input, init)
    return path === null ? ask() : patiently(path, ask)
  }
  return () => void (window.fetch = fetch)
}

/** The headers by which the router asks for a page in its own format, and for one that nobody has gone to yet. */
function pathAsked(input: RequestInfo | URL, init: RequestInit | undefined): string | null {
  const headers = new Headers(init?.headers)
  const isPage = input instanceof URL && headers.has('rsc') && !headers.has('next-router-prefetch')
  return isPage ? input.pathname : null
}

const UNANSWERED: ReadonlySet<number> = new Set([502, 503, 504])

let latest = 0

async function patiently(path: string, ask: () => Promise<Response>): Promise<Response> {
  latest += 1
  const mine = latest
  for (;;) {
    // one that was given up for another shows nothing any more
    if (mine === latest) onTheWay.set({ path, from: location.pathname })
    const answer = await answerTo(ask)
    if (answer) {
      arriveAfter(path, answer)
      return answer
    }
    onTheWay.set({ path: null })
    if (path !== location.pathname) {
      toast({
        text: 'This page cannot be fetched now. It opens when the connection is back.',
        tone: 'refused',
      })
    }
    outbox.set({ away: 'server' })
    await isBack()
  }
}

/** Null when nobody answered, or a proxy in the absence of the server. */
async function answerTo(ask: () => Promise<Response>): Promise<Response | null> {
  try {
    const answer = await ask()
    return UNANSWERED.has(answer.status) ? null : answer
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

const isBack = () =>
  new Promise<void>((resolve) => {
    const leave = outbox.subscribe(() => {
      if (outbox.get().away !== null) return
      leave()
      resolve()
    })
  })

/** By then a page that has come as a whole is shown, or was given up for another. */
const SHOWN_MS = 1_000

function arriveAfter(path: string, answer: Response) {
  const read = answer.clone().body?.pipeTo(new WritableStream()) ?? Promise.resolve()
  const arrive = () =>
    setTimeout(() => onTheWay.set((now) => ({ path: now.path === path ? null : now.path })), SHOWN_MS)
  read.then(arrive, arrive)
}

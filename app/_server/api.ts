import { serve } from '#lib/http/serve.ts'
import { authenticate } from './context.ts'
import { handlers } from './handlers.ts'
import { log } from './log.ts'
import { metrics } from './metrics.ts'

/** The API: the endpoints of the contract, each authenticated the same way. */
export const api = serve(handlers, {
  authenticate,
  now: () => performance.now(),
  done: ({ endpoint, status, ms, request, bug }) => {
    metrics().answers.observe({ endpoint, status: String(status) }, ms / 1000)
    if (bug === undefined) return log.debug({ endpoint, status, ms: Math.round(ms * 10) / 10, request })
    metrics().bugs.inc({ endpoint })
    log.error({ endpoint, request, err: bug }, 'a request failed with a server error')
  },
})

import { headers } from 'next/headers'
import type { ReactNode } from 'react'
import { Unavailable } from '#components/frame/unavailable.tsx'
import { PastBusy } from '#components/past/past-busy.tsx'
import { PAST_BUSY } from '#lib/domain/past.ts'
import { noteAway } from '#lib/http/away.ts'
import { failureOf } from '#lib/http/serve.ts'

/**
 * A page, or a part of one, that reads: while the database is away it says so calmly, and the answer is 503. Where too many
 * look at the past the page says that, and nothing is away.
 */
export const reachable =
  <P,>(page: (props: P) => Promise<ReactNode>) =>
  async (props: P): Promise<ReactNode> => {
    try {
      return await page(props)
    } catch (error) {
      const failure = failureOf(error)
      if (failure?.code !== 'unavailable') throw error
      if (failure.facts['rule'] === PAST_BUSY) return <PastBusy because={failure.detail} />
      noteAway((await headers()).get('x-request-id') ?? '')
      return <Unavailable />
    }
  }

import { headers } from 'next/headers'
import type { ReactNode } from 'react'
import { Unavailable } from '#components/frame/unavailable.tsx'
import { noteAway } from '#lib/http/away.ts'
import { failureOf } from '#lib/http/serve.ts'

/** A page, or a part of one, that reads: while the database is away it says so calmly, and the answer is 503. */
export const reachable =
  <P,>(page: (props: P) => Promise<ReactNode>) =>
  async (props: P): Promise<ReactNode> => {
    try {
      return await page(props)
    } catch (error) {
      if (failureOf(error)?.code !== 'unavailable') throw error
      noteAway((await headers()).get('x-request-id') ?? '')
      return <Unavailable />
    }
  }

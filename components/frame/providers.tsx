'use client'

import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { ReactNode } from 'react'

import { keepNewest } from '#components/changes/patch-board.ts'
import { Tips } from '#components/ui/popups/tips.tsx'
import { TakenForPhone, useWindowTold } from '#components/ui/hooks/use-phone.ts'
import { viewBoard } from '#lib/contract/boards.ts'
import { Refused } from '#lib/http/call.ts'

import { Announcer } from '#components/shell/announcer.tsx'
import { listenForKeys } from '#components/shell/hotkeys.ts'
import { watchReturns } from '#components/shell/kept-places.ts'
import { outbox, whoIsAway } from '#components/changes/outbox.ts'
import { Toaster } from '#components/shell/toaster.tsx'

export function Providers({ isTakenForPhone, children }: { isTakenForPhone: boolean; children: ReactNode }) {
  const [client] = useState(newClient)
  useEffect(listenForKeys, [])
  useEffect(watchReturns, [])
  useWindowTold()
  return (
    <QueryClientProvider client={client}>
      <TakenForPhone value={isTakenForPhone}>
        {children}
        <Toaster />
        <Announcer />
        <Tips />
      </TakenForPhone>
    </QueryClientProvider>
  )
}

/** What was fetched stays true, because the live stream says when it no longer is. */
function newClient(): QueryClient {
  const client = new QueryClient({
    queryCache: new QueryCache({
      onError(error) {
        const away = whoIsAway(error)
        if (away !== null) outbox.set({ away })
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: Infinity,
        // The server's cache goes with the request: a timer would hold a whole board for half an hour.
        gcTime: typeof window === 'undefined' ? Infinity : 30 * 60_000,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        retry: (times, error) => times < 3 && !(error instanceof Refused && error.problem.status < 500),
      },
    },
  })
  client.setQueryDefaults([viewBoard.id], { structuralSharing: keepNewest })
  return client
}

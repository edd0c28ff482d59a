'use client'

import { useEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'

import { cx } from '#components/ui/cx.ts'
import { fetchUndo, undoLast } from '#components/changes/undo-later.ts'
import { beginFetchingAhead, fetchAhead } from '#components/ui/popups/fetch-ahead.ts'
import { KeptPresses } from '#components/ui/popups/kept-presses.tsx'
import { lazily } from '#components/ui/popups/lazily.tsx'
import { useStore } from '#components/ui/store.ts'

import { announce } from '#components/shell/announcer.tsx'
import { useHasStored } from '#components/changes/use-has-stored.ts'
import { useHotkeys } from '#components/shell/hotkeys.ts'
import { liveState } from '#components/shell/live-state.ts'
import { outbox } from '#components/changes/outbox.ts'
import { OverPages, Palette } from './over-pages.tsx'
import { hide, overlays, show } from '#components/shell/overlays.ts'
import { Live } from '#components/live/live.tsx'
import { Sidebar } from './sidebar.tsx'
import { IssueOfNow } from '#components/past/issue-of-now-later.ts'
import { PastLine } from '#components/past/past-line-later.ts'
import { lookBack, openLookBack, useAt } from '#components/shell/past.ts'
import { canLookBack } from '#lib/kit/past.ts'
import { TopBar } from './top-bar.tsx'
import { Updated } from './updated.tsx'
import { useKeySetting } from '#components/settings/key-setting.ts'
import { useOwnTabs } from '#components/changes/use-own-tabs.ts'
import { useGoKeys } from './keys/use-go-keys.ts'
import { usePagePlace } from './use-page-place.ts'
import { useMe } from '#components/shell/use-group.ts'
import { session, useSession } from '#components/live/session.ts'

const ConnectionBanner = lazily(async () => (await import('./connection-banner.tsx')).ConnectionBanner)
const SignedOut = lazily(async () => (await import('./signed-out.tsx')).SignedOut)
const Incoming = lazily(async () => (await import('./pending-page.tsx')).Incoming)

type Props = { group: string; folded: boolean; build: string; children: ReactNode }

/** What stands round every page of a group: the sidebar, the top bar, and the stream that keeps both true. */
export function Frame({ group, folded, build, children }: Props) {
  const [isFolded, setFolded] = useState(folded)
  const [drawer, setDrawer] = useState(false)
  const offline = useStore(liveState, ({ status }) => status === 'offline')
  const cut = useStore(outbox, ({ away, waiting }) => away !== null || waiting.length > 0)
  const hasStored = useHasStored()
  const troubled = offline || cut || hasStored
  const isLost = useStore(session, ({ lost }) => lost !== null)
  const isSettled = useSettled()
  const at = useAt()
  const left = useStore(lookBack, (state) => state.left)
  const isLookingBack = useStore(lookBack, ({ isOpen }) => isOpen) || at !== null
  const main = useRef<HTMLElement>(null)
  usePagePlace(main)
  useGoKeys(group)
  useOwnTabs()
  useSession(group, useMe().handle)
  useKeySetting()
  useHotkeys('Everywhere', [
    {
      keys: ['mod+k'],
      what: 'Command menu',
      act: () => (overlays.get().open === 'palette' && Palette.isHere() ? hide() : show('palette')),
    },
    { keys: ['?'], what: 'Show shortcuts', act: () => show('keys') },
    {
      keys: ['y'],
      what: 'Look back, on a page that has a past',
      act: openLookBack,
      when: () => canLookBack(location.pathname),
    },
    { keys: ['z'], what: 'Undo my last change', act: () => undoLast(group) },
    {
      keys: ['['],
      what: 'Collapse sidebar',
      act: () => {
        fold(!isFolded)
        announce(isFolded ? 'The sidebar is expanded.' : 'The sidebar is collapsed.')
      },
    },
  ])
  const fold = (next: boolean) => {
    setFolded(next)
    document.cookie = `saydo.sidebar=${next ? 'folded' : 'open'}; path=/; max-age=31536000; samesite=lax`
  }
  useEffect(() => {
    if (!drawer) return undefined
    const onKey = (event: KeyboardEvent) => event.key === 'Escape' && setDrawer(false)
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [drawer])
  return (
    <div className="flex h-dvh overflow-hidden print:block print:h-auto print:overflow-visible">
      <a
        href="#main"
        className="fixed top-2 left-2 z-50 -translate-y-20 rounded-sm bg-inverse px-3 py-2 text-on-inverse focus:translate-y-0 no-print"
      >
        Skip to the page
      </a>
      {drawer && (
        <button
          type="button"
          aria-label="Close the menu"
          className="fixed inset-0 z-30 bg-veil md:hidden"
          onClick={() => setDrawer(false)}
        />
      )}
      <div
        className={cx(
          'w-[228px] flex-none max-md:fixed max-md:inset-y-0 max-md:left-0 max-md:z-40 max-md:w-[272px] max-md:transition-transform print:hidden',
          !drawer && 'max-md:invisible max-md:-translate-x-full',
          isFolded && 'md:hidden',
        )}
      >
        <Sidebar group={group} onLeave={() => setDrawer(false)} onFold={() => fold(true)} />
      </div>
      <div className="flex min-w-0 flex-1 flex-col">
        <TopBar
          group={group}
          folded={isFolded}
          onUnfold={() => fold(false)}
          onDrawer={() => setDrawer(true)}
          onKeys={() => show('keys')}
          onSearch={() => show('palette')}
          aheadOfSearch={Palette.ahead}
        />
        {isLost && <SignedOut />}
        <Updated />
        {troubled && <ConnectionBanner group={group} />}
        {isLookingBack && (
          <div className="min-h-12 flex-none max-sm:min-h-[87px] print:min-h-0">
            <PastLine group={group} at={at} />
          </div>
        )}
        {at === null && left !== null && <IssueOfNow group={group} left={left} />}
        <div
          data-past={at ?? undefined}
          className={cx(
            'relative flex min-h-0 flex-1 flex-col print:block',
            at !== null && 'border-x-4 border-b-4 border-accent-soft bg-sunken print:border-0',
          )}
        >
          <main
            ref={main}
            id="main"
            tabIndex={-1}
            className="relative flex min-h-0 flex-1 flex-col overflow-y-auto outline-none print:overflow-visible"
          >
            {children}
          </main>
          {isSettled && <Incoming />}
        </div>
      </div>
      <Live key={group} group={group} build={build} />
      <OverPages group={group} />
      <KeptPresses />
    </div>
  )
}

const SOON_MS = 500

/** True once the page has had the time to be drawn; later on it fetches what it could not get without a connection. */
function useSettled(): boolean {
  const [isSettled, settle] = useState(false)
  useEffect(() => {
    fetchAhead(fetchUndo)
    const timers = [
      setTimeout(() => settle(true)),
      // What says that there is no connection can only be fetched while there is one.
      setTimeout(ConnectionBanner.ahead, SOON_MS),
      setTimeout(SignedOut.ahead, SOON_MS),
      setTimeout(beginFetchingAhead, SOON_MS),
    ]
    return () => timers.forEach(clearTimeout)
  }, [])
  return isSettled
}

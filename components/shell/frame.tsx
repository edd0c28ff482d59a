'use client'

import { useEffect, useState } from 'react'
import type { ReactNode } from 'react'

import { cx } from '#components/ui/cx.ts'
import { NewIssueAnywhere } from '#components/issues/new-issue-anywhere.tsx'
import { undoLast } from '#components/issues/deeds.ts'
import { questions } from '#components/issues/subject.ts'
import { lazily } from '#components/ui/lazily.tsx'
import { useStore } from '#components/ui/store.ts'

import { SignedOut } from './signed-out.tsx'
import { useHotkeys } from './hotkeys.ts'
import { liveState } from './live-state.ts'
import { outbox } from './outbox.ts'
import { Live } from './live.tsx'
import { Sidebar } from './sidebar.tsx'
import { TopBar } from './top-bar.tsx'
import { useKeySetting } from './key-setting.ts'
import { useOwnTabs } from './own-acts.ts'
import { useGoKeys } from './use-go-keys.ts'

const Palette = lazily(async () => (await import('./palette.tsx')).Palette)
const IssueQuestion = lazily(
  async () => (await import('#components/issues/issue-question.tsx')).IssueQuestion,
)
const ConnectionBanner = lazily(async () => (await import('./connection-banner.tsx')).ConnectionBanner)
const KeysDialog = lazily(async () => (await import('./keys-dialog.tsx')).KeysDialog)

/** What stands round every page of a group: the sidebar, the top bar, and the stream that keeps both true. */
export function Frame({ group, folded, children }: { group: string; folded: boolean; children: ReactNode }) {
  const [isFolded, setFolded] = useState(folded)
  const [drawer, setDrawer] = useState(false)
  const [keys, setKeys] = useState(false)
  const [palette, setPalette] = useState(false)
  const asking = useStore(questions, ({ asked }) => asked !== null)
  const offline = useStore(liveState, ({ status }) => status === 'offline')
  const cut = useStore(outbox, ({ away, waiting }) => away !== null || waiting.length > 0)
  const troubled = offline || cut
  useEffect(() => {
    // without a connection it could not be fetched any more
    const timer = setTimeout(ConnectionBanner.ahead, 3_000)
    return () => clearTimeout(timer)
  }, [])
  useGoKeys(group)
  useOwnTabs()
  useKeySetting()
  useHotkeys('Everywhere', [
    { keys: ['mod+k'], what: 'Go to, find, do', act: () => setPalette((open) => !open) },
    { keys: ['?'], what: 'Show these keys', act: () => setKeys(true) },
    { keys: ['z'], what: 'Undo what I did last', act: () => void undoLast(group) },
    { keys: ['['], what: 'Fold the sidebar', act: () => fold(!isFolded) },
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
        className="fixed top-2 left-2 z-50 -translate-y-20 rounded-sm bg-inverse px-3 py-2 text-on-inverse focus:translate-y-0"
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
          onKeys={() => setKeys(true)}
          onSearch={() => setPalette(true)}
          aheadOfSearch={Palette.ahead}
        />
        <SignedOut />
        {troubled && <ConnectionBanner />}
        <main
          id="main"
          tabIndex={-1}
          className="relative flex min-h-0 flex-1 flex-col overflow-y-auto outline-none print:overflow-visible"
        >
          {children}
        </main>
      </div>
      <Live key={group} group={group} />
      {palette && <Palette group={group} onClose={() => setPalette(false)} />}
      <NewIssueAnywhere group={group} />
      {asking && <IssueQuestion group={group} />}
      {keys && <KeysDialog onClose={() => setKeys(false)} />}
    </div>
  )
}

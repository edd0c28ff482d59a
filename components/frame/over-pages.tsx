'use client'

import { ShapeDialog } from '#components/boards/edit/new-board.tsx'
import { newIssueDefaults } from '#components/issues/form/new-issue-defaults.ts'
import { NewIssueAnywhere } from '#components/issues/form/new-issue-anywhere.tsx'
import { questions } from '#components/commands/command-target.ts'
import { pushBacks } from '#components/issues/push-back/ask-push-back.ts'
import { leaveRaising, raisings } from '#components/push-backs/ask-raise.ts'
import { RaiseHandAnywhere } from '#components/hands/raise-hand-anywhere.tsx'
import { raising } from '#components/hands/raise-hand.ts'
import { useTrailEnds } from '#components/issues/list/trail.ts'
import { useLookupsAhead } from '#components/lookups/use-lookups-ahead.ts'
import { lazyPopup } from '#components/ui/popups/lazy-popup.tsx'
import { useStore } from '#components/ui/store.ts'

import { Boundary } from './boundary.tsx'
import { hide, overlays } from '#components/shell/overlays.ts'

export const Palette = lazyPopup(async () => (await import('#components/palette/palette.tsx')).Palette)
const IssueCommand = lazyPopup(
  async () => (await import('#components/issues/command/issue-command.tsx')).IssueCommand,
)
const PushBackAsked = lazyPopup(
  async () => (await import('#components/issues/push-back/push-back-asked.tsx')).PushBackAsked,
)
const RaiseAsked = lazyPopup(async () => (await import('#components/push-backs/raise-asked.tsx')).RaiseAsked)
const KeysDialog = lazyPopup(async () => (await import('./keys/keys-dialog.tsx')).KeysDialog)
const NewEpic = lazyPopup(async () => (await import('#components/epics/new-epic.tsx')).NewEpic)

/** What opens over a page, whichever it is: when it breaks, the page stays. */
export function OverPages({ group }: { group: string }) {
  const open = useStore(overlays, (state) => state.open)
  useTrailEnds()
  useLookupsAhead(group)
  const asking = useStore(questions, ({ asked }) => asked !== null)
  const pushBack = useStore(pushBacks, ({ ask }) => ask !== null)
  const raising = useStore(raisings, (state) => state.raising !== null)
  return (
    <Boundary onBreak={closeAll}>
      {open === 'palette' && <Palette group={group} onClose={hide} />}
      {open === 'keys' && <KeysDialog onClose={hide} />}
      {open === 'new board' && <ShapeDialog group={group} board={null} onClose={hide} />}
      {open === 'new epic' && <NewEpic group={group} onClose={hide} />}
      <NewIssueAnywhere group={group} />
      <RaiseHandAnywhere group={group} />
      {asking && <IssueCommand group={group} onClose={leaveQuestion} />}
      {pushBack && <PushBackAsked onClose={leavePushBack} />}
      {raising && <RaiseAsked group={group} onClose={leaveRaising} />}
    </Boundary>
  )
}

const leaveQuestion = () => questions.set({ asked: null })
const leavePushBack = () => pushBacks.get().ask?.answer(null)

function closeAll() {
  hide()
  newIssueDefaults.set({ isOpen: false })
  raising.set({ asked: null })
  leaveQuestion()
  leavePushBack()
  leaveRaising()
}

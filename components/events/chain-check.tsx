'use client'

import { useState } from 'react'

import { announce } from '#components/shell/announcer.tsx'
import { useActor } from '#components/shell/use-group.ts'
import { Button } from '#components/ui/button.tsx'
import { Note } from '#components/ui/tag.tsx'
import { checkChain } from '#lib/contract/events.ts'
import { may } from '#lib/domain/permissions.ts'
import { call, Refused } from '#lib/http/call.ts'

type ChainResult = { tone: 'good' | 'bad' | 'warn'; text: string }

/** Asks the server to compute every hash anew, and says what came of it. */
export function ChainCheck({ group }: { group: string }) {
  const mayCheck = may(useActor(group), 'group.administer')
  const [busy, setBusy] = useState(false)
  const [found, setFound] = useState<ChainResult | null>(null)
  if (!mayCheck) return null
  const check = async () => {
    setBusy(true)
    const outcome = await checked(group)
    setBusy(false)
    setFound(outcome)
    announce(outcome.text)
  }
  return (
    <div className="flex flex-col items-end gap-1.5 max-sm:items-start">
      <Button disabledReason={busy ? 'Verifying…' : null} onClick={() => void check()}>
        {busy ? 'Verifying…' : 'Verify the log'}
      </Button>
      {found && <Note tone={found.tone}>{found.text}</Note>}
    </div>
  )
}

async function checked(group: string): Promise<ChainResult> {
  try {
    const { events, broken } = await call(checkChain, { group })
    if (broken === null) return { tone: 'good', text: `Events 1–${counted(events)} are verified.` }
    const before = broken > 1 ? `Events 1–${counted(broken - 1)} are verified. ` : ''
    return {
      tone: 'bad',
      text: `${before}Event ${counted(broken)} was changed or is missing.`,
    }
  } catch (error) {
    return {
      tone: 'warn',
      text:
        error instanceof Refused
          ? error.problem.detail
          : 'The server cannot be reached. Try again in a moment.',
    }
  }
}

const counted = (number: number) => number.toLocaleString('en')

'use client'

import { useRef, useState } from 'react'

import { IssueFinder } from '#components/search/issue-finder.tsx'
import { Dialog } from '#components/ui/popups/dialog.tsx'
import { ChoiceField } from '#components/ui/popups/choice-field.tsx'
import { GIVEN_ROLES, linkText } from '#lib/domain/links.ts'

import type { GivenRole } from './link-acts.ts'

type Props = {
  group: string
  issue: number
  onLink: (role: GivenRole, other: number) => Promise<unknown>
  onClose: () => void
}

/** How the issue stands to another, read as a sentence from the title on. */
export function LinkDialog({ group, issue, onLink, onClose }: Props) {
  const [role, setRole] = useState<GivenRole>('blocked_by')
  const input = useRef<HTMLInputElement>(null)
  return (
    <Dialog title={`#${issue} …`} first={input} onClose={onClose}>
      <div className="flex flex-col gap-3">
        <ChoiceField
          label={`How #${issue} relates to the other issue`}
          value={role}
          onValue={(value) => setRole(GIVEN_ROLES.find((one) => one === value) ?? role)}
          choices={GIVEN_ROLES.map((one) => ({ value: one, label: linkText(one) }))}
        />
        <IssueFinder
          group={group}
          label="The other issue"
          field={input}
          except={issue}
          buttonLabel="Link"
          onFind={({ ref }) => void onLink(role, ref).then((linked) => linked && onClose())}
        />
      </div>
    </Dialog>
  )
}

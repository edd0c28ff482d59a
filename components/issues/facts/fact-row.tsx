import { Fact } from '#components/ui/fact.tsx'
import type { Issue } from '#lib/contract/issues.ts'
import type { FactName } from '#lib/domain/facts/names.ts'

import { AskFact } from './ask-fact.tsx'
import { LOOKS } from './looks.ts'

type Props = { name: FactName; mayChange: boolean; issue: Issue }

/** A fact on the page of its issue, with the menu that sets it. */
export function FactRow({ name, mayChange, issue }: Props) {
  const { row, shown } = LOOKS[name]
  return (
    <Fact name={row} isNamed={mayChange}>
      <AskFact issue={issue.ref} what={name} name={row} mayChange={mayChange}>
        {shown(issue[name])}
      </AskFact>
    </Fact>
  )
}

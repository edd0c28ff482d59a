import type { ReactNode } from 'react'

import { AskButton } from '#components/commands/ask-button.tsx'
import type { What } from '#components/commands/issue-commands.ts'
import { FactText } from '#components/ui/fact.tsx'

type Props = {
  issue: number
  what: What
  name: string
  /** False for those who only read it: they see its value as text. */
  mayChange: boolean
  wrap?: boolean
  children: ReactNode
}

/** The value of a fact as the button that asks for another. */
export function AskFact({ issue, what, name, mayChange, wrap, children }: Props) {
  const width = wrap ? 'shrink flex-wrap' : 'shrink'
  if (!mayChange) return <FactText className={width}>{children}</FactText>
  return (
    <AskButton
      refs={() => [issue]}
      what={what}
      opens="menu"
      kind="bare"
      size="fact"
      data-fact={name}
      className={width}
    >
      <span className="sr-only">{`${name}: `}</span>
      {children}
    </AskButton>
  )
}

import { Fact, Pick } from '#components/ui/fact.tsx'
import type { FactName } from '#lib/domain/facts/names.ts'
import type { FactsProps } from '#components/issues/page/facts-props.ts'
import type { FactActs } from '#components/issues/command/fact-acts.ts'

import { factEntries } from './entries.ts'
import { LOOKS } from './looks.ts'

type Props = { name: FactName; mayChange: boolean; props: FactsProps & { facts: FactActs } }

/** A fact on the page of its issue, with the menu that sets it. */
export function FactRow({ name, mayChange, props }: Props) {
  const { row, shown } = LOOKS[name]
  return (
    <Fact name={row} isNamed={mayChange}>
      <Pick menu={row} entries={() => factEntries(name, props)} mayChange={mayChange}>
        {shown(props.issue[name])}
      </Pick>
    </Fact>
  )
}

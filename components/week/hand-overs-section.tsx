import { AnswerButtons } from '#components/hand-overs/answer-buttons.tsx'
import { IssueText } from '#components/texts/issue-text.tsx'
import { momentIn } from '#components/ui/days/days.ts'
import type { Week } from '#lib/contract/week.ts'

import { Row, Rows, Section } from '#components/ui/section.tsx'

type Props = { group: string; zone: string; handOvers: Week['handOvers'] }

const TITLE = 'Hand-overs waiting for me'

/** What I am asked to take over, answered where it stands. */
export function HandOversSection({ group, zone, handOvers }: Props) {
  return (
    <Section title={TITLE} count={handOvers.length} note="the current DRI stays until you accept">
      <Rows label={TITLE}>
        {handOvers.map(({ offer, by, from, at, context, ...issue }) => (
          <Row
            key={offer}
            group={group}
            issue={issue}
            side={<AnswerButtons group={group} offer={{ ref: issue.ref, offer }} from={from} />}
          >
            {by} asked on {momentIn(zone, at)}.
            <details className="relative z-[1]">
              <summary>What is handed over</summary>
              <IssueText group={group} text={context} />
            </details>
          </Row>
        ))}
      </Rows>
    </Section>
  )
}

import type { GroupState } from '#lib/domain/replay-state.ts'
import type { PastRow } from './rows.ts'

type About = { kind: string; number: number } | null

const isOf = (about: About, issues: ReadonlySet<number>): about is NonNullable<About> =>
  about?.kind === 'issue' && issues.has(about.number)

/** Hands that were raised about some issues, as rows. */
export const handRows = ({ hands }: GroupState, issues: ReadonlySet<number>): PastRow[] =>
  [...hands].flatMap(([id, hand]) =>
    isOf(hand.about, issues)
      ? [
          {
            id,
            issue_number: hand.about.number,
            kind: hand.kind,
            ask: hand.ask,
            person_id: hand.person,
            raised_at: hand.raisedAt,
            helper_id: hand.helper,
            helped_at: hand.helpedAt,
            how: hand.how,
            lowered_by_id: hand.loweredBy,
            lowered_at: hand.loweredAt,
          },
        ]
      : [],
  )

/** Status updates of some issues, as rows. */
export const updateRows = ({ updates }: GroupState, issues: ReadonlySet<number>): PastRow[] =>
  [...updates].flatMap(([id, { subject, week, author, milestone, postedAt, ...said }]) =>
    isOf(subject, issues)
      ? [
          {
            id,
            week,
            subject_kind: subject.kind,
            subject_number: subject.number,
            issue_number: subject.number,
            author_id: author,
            progress: said.progress,
            blockers: said.blockers,
            next: said.next,
            confidence: said.confidence,
            milestone_id: milestone && Number(milestone),
            posted_at: postedAt,
            version: 1,
          },
        ]
      : [],
  )

import { FIRST_QUESTIONS } from '#lib/domain/models/models.ts'
import type { ModelsState } from '#lib/domain/replay-models.ts'

/** What a group asks itself: those with which it began, asked again, are none. */
export const ownQuestions = (questions: unknown): unknown =>
  JSON.stringify(questions) === JSON.stringify(FIRST_QUESTIONS) ? [] : questions

/** The register of models as the ledger tells it. */
export const modelRows = ({ models, readinessQuestions }: ModelsState) => ({
  models: [...models]
    .toSorted(([a], [b]) => a - b)
    .map(([id, { answers, ...model }]) => ({
      id,
      ...model,
      answers: [...answers]
        .toSorted(([a], [b]) => a - b)
        .map(([question, answer]) => ({ question, ...answer })),
    })),
  readinessQuestions: ownQuestions(readinessQuestions),
})

/** The same as its tables have it; `$1` is the group. */
export const MODEL_TABLES: Record<string, string> = {
  models: `select id, name, to_jsonb(offered) as offered, note, owner_id as owner,
      case when waived_by_id is not null then jsonb_build_object('by', waived_by_id, 'reason', waive_reason) end as waiver,
      coalesce((select jsonb_agg(jsonb_build_object('question', a.question, 'asked', a.asked, 'verdict', a.verdict, 'evidence', a.evidence, 'note', a.note, 'expiresOn', a.expires_on) order by a.question) from model_answers a
        where a.group_id = m.group_id and a.model_id = m.id), '[]') as answers
    from models m where group_id = $1 order by id`,
  readinessQuestions: `select (q->>'id')::int as id, q->>'text' as text from readiness_questions r, jsonb_array_elements(r.questions) with ordinality as x(q, place)
    where r.group_id = $1 and r.version = (select max(version) from readiness_questions where group_id = $1) order by x.place`,
}

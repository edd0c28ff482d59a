import type { GroupState } from '#lib/domain/replay-state.ts'

/** The register as the ledger tells it; what is protected is in no order. */
const pushBacksByLedger = ({ pushBacks }: Pick<GroupState, 'pushBacks'>) =>
  [...pushBacks]
    .toSorted(([a], [b]) => a - b)
    .map(([id, { protects, ...one }]) => ({
      id,
      ...one,
      protects: protects.map(({ kind, key }) => `${kind} ${key}`).toSorted((a, b) => (a < b ? -1 : 1)),
    }))

/** As JavaScript writes an instant. */
export const at = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

/** The same as the tables have it; `$1` is the group. */
const PUSH_BACKS = `select id, jsonb_build_object('kind', subject_kind, 'key', subject_key) as subject, reason,
    coalesce((select jsonb_agg(x.subject_kind || ' ' || x.subject_key order by (x.subject_kind || ' ' || x.subject_key) collate "C")
      from push_back_protects x where x.group_id = b.group_id and x.push_back_id = b.id), '[]') as protects,
    would_change as "wouldChange", revisit_on as "revisitOn", raised_by_id as "raisedBy", ${at('raised_at')} as "raisedAt", state,
    note, decided_by_id as "decidedBy", ${at('decided_at')} as "decidedAt", version
  from push_backs b where group_id = $1 order by id`

/** Hands of a group as its tables hold them, in the shape in which its ledger tells them. */
const HANDS = `select id, kind, ask, person_id as person, ${at('raised_at')} as "raisedAt", helper_id as helper,
    ${at('helped_at')} as "helpedAt", how, lowered_by_id as "loweredBy", ${at('lowered_at')} as "loweredAt",
    case when issue_number is not null then jsonb_build_object('kind', 'issue', 'number', issue_number)
      when epic_number is not null then jsonb_build_object('kind', 'epic', 'number', epic_number) end as about
  from hands where group_id = $1 order by id`

const byId = <V extends object>(map: ReadonlyMap<number, V>) =>
  [...map].toSorted(([a], [b]) => a - b).map(([id, value]) => ({ id, ...value }))

/** Push-backs, syncs, points and outcomes as the ledger tells them. */
export const askRows = ({ syncs, syncPoints, syncOutcomes, ...state }: GroupState) => ({
  pushBacks: pushBacksByLedger(state),
  syncs: byId(syncs),
  syncPoints: byId(syncPoints),
  syncOutcomes: byId(syncOutcomes),
})

/** The same as their tables have them. */
const SYNC_TABLES: Record<string, string> = {
  syncs: `select id, day, state, lead_id as lead, ${at('started_at')} as "startedAt", ${at('ended_at')} as "endedAt", agenda,
      to_jsonb(over) as over, to_jsonb(attended) as attended from syncs where group_id = $1 order by id`,
  syncPoints: `select id, text, by_id as by, ${at('at')} as at from sync_points where group_id = $1 order by id`,
  syncOutcomes: `select id, sync_id as sync, item, kind, person_id as person, day, text, by_id as by, ${at('at')} as at,
      jsonb_build_object('source', source, 'text', because) as reason,
      case when issue_number is not null then jsonb_build_object('kind', 'issue', 'number', issue_number)
        when epic_number is not null then jsonb_build_object('kind', 'epic', 'number', epic_number) end as about
    from sync_outcomes where group_id = $1 order by id`,
}

export const ASK_TABLES: Record<string, string> = { hands: HANDS, pushBacks: PUSH_BACKS, ...SYNC_TABLES }

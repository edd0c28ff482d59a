import { scopeOf } from '#lib/domain/labels.ts'
import type { GroupState } from '#lib/domain/replay-state.ts'
import { capacityRows } from './capacity-rows.ts'
import type { PastRow } from './rows.ts'
import type { WholeTable } from './shadows.ts'

type Noun = (state: GroupState, group: number) => PastRow[]

const listed = <V extends object>(map: ReadonlyMap<number, V>, row: (value: V, id: number) => PastRow) =>
  [...map].map(([id, value]) => ({ id, ...row(value, id) }))

/** What a group had of each of these, as rows of their tables. */
export const NOUN_ROWS: Record<Exclude<WholeTable, 'capacity_overrides'>, Noun> = {
  groups: ({ facts }, id) =>
    facts === null
      ? []
      : [
          {
            id,
            name: facts.name,
            zone: facts.zone,
            days_per_weight: facts.daysPerWeight,
            focus_factor: facts.focusFactor,
            country: facts.country,
            region: facts.region,
            triage_share: facts.triageShare,
          },
        ],
  labels: ({ labels }) => listed(labels, (label) => ({ ...label, scope: scopeOf(label.title) })),
  milestones: ({ milestones }) =>
    listed(milestones, ({ title, slug, startOn, dueOn, shelf, closedAt, frozenAt, goals, goalsVersion }) => ({
      title,
      slug,
      shelf,
      goals,
      start_on: startOn,
      due_on: dueOn,
      closed_at: closedAt,
      frozen_at: frozenAt,
      goals_version: goalsVersion,
    })),
  boards: ({ boards }) =>
    listed(boards, ({ slug, title, kind, rule, milestoneId, position }) => ({
      slug,
      title,
      kind,
      position,
      milestone_rule: rule,
      milestone_id: milestoneId,
    })),
  board_labels: ({ boards }) =>
    [...boards].flatMap(([id, { labels }]) => labels.map((label) => ({ board_id: id, label_id: label }))),
  board_columns: ({ boards }) =>
    [...boards].flatMap(([board, { columns }]) =>
      columns.map(({ id, labelId, position, wipCount, wipWeight }) => ({
        id,
        position,
        board_id: board,
        label_id: labelId,
        wip_count: wipCount,
        wip_weight: wipWeight,
      })),
    ),
  epics: ({ epics }) =>
    [...epics.values()].map(({ number, title, description, version, techLead, closedAt }) => ({
      number,
      title,
      description,
      version,
      tech_lead_id: techLead,
      closed_at: closedAt,
    })),
  group_roles: ({ roles }) =>
    [...roles].flatMap(([person, held]) =>
      [...held].map(([role, terms]) => ({ person_id: person, role, ...terms })),
    ),
  functional_teams: ({ teams }) => listed(teams, (team) => ({ ...team })),
  memberships: ({ memberships }) =>
    listed(memberships, ({ person, team, kind, share, from, to }) => ({
      kind,
      person_id: person,
      team_id: team,
      share: share / 100,
      from_on: from,
      to_on: to,
    })),
  scope_areas: ({ areas }) => listed(areas, ({ team, ...area }) => ({ ...area, team_id: team })),
  boundaries: ({ boundaries }) =>
    listed(boundaries, ({ teamId, ownerGroupId, ...line }) => ({
      ...line,
      team_id: teamId,
      owner_group_id: ownerGroupId,
    })),
  time_off: ({ timeOff }) =>
    listed(timeOff, ({ person, fromOn, toOn, fromNoon, untilNoon, details }) => ({
      details,
      person_id: person,
      from_on: fromOn,
      to_on: toOn,
      from_noon: fromNoon,
      until_noon: untilNoon,
      removed_at: null,
    })),
  working_times: ({ workingTimes }) =>
    [...workingTimes.values()].map(({ person, from, ...time }) => ({
      ...time,
      person_id: person,
      from_on: from,
    })),
  days_off: ({ daysOff }) => [...daysOff].map(([day, name]) => ({ day, name })),
  ...capacityRows,
}

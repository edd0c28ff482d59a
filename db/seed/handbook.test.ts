import { expect, test } from 'vitest'
import { listBoards } from '../queries/boards-list.ts'
import { boardFacts } from '../queries/board-facts.ts'
import { listMilestones } from '../queries/milestones.ts'
import { listPeople } from '../queries/people.ts'
import { listTeams } from '../queries/teams.ts'
import { inWorld } from '../testing/world.ts'

test('the group says what it is for, in the words of its page', () =>
  inWorld(async ({ db }) => {
    const { rows } = await db.query(
      'select slug, name, vision, mission, channel, namespace, zone, days_per_weight::float as days from groups',
    )
    expect(rows).toEqual([
      {
        slug: 'custom-models',
        name: 'Custom Models',
        vision: expect.stringMatching(
          /^The Custom Models group focuses on additional, custom models that power/,
        ),
        mission: expect.stringMatching(
          /^Custom Models is the end-to-end owner of GitLab’s customer-facing model intel/,
        ),
        channel: '#g_custom_models',
        namespace: 'gitlab-org/ai-powered/custom-models',
        zone: 'UTC',
        days: 2,
      },
    ])
    const cadence = await db.query('select activity, frequency, owner from group_cadence order by position')
    expect(cadence.rows.map((row) => Object.values(row).join(' | '))).toEqual([
      'Weekly sync (review blockers, assign DRIs) | Weekly | EM',
      'Status update on planning issue | Weekly (async) | Each active DRI',
      'Triage of new RFHs / escalations | Ongoing | Triage DRI per functional team',
      'Retrospective on process health | Monthly | Team',
    ])
  }))

test('its people are there in their public roles, the EM as acting', () =>
  inWorld(async (ctx) => {
    const { items } = await listPeople(ctx)
    expect(items.map(({ name, roles, acting }) => [name, roles.join('+'), acting])).toEqual([
      ['Cindy Halim', 'engineer', false],
      ['Jordan Janes', 'counterpart+pm', false],
      ['Julie Huang', 'engineer', false],
      ['Manoj M J', 'staff_engineer', false],
      ['Mohamed Hamda', 'em+engineer', true],
      ['Newick Lee', 'engineer', false],
      ['Patrick Cyiza', 'engineer', false],
    ])
    expect(items.find((person) => person.handle === 'jordan')?.titles).toEqual(['Principal Product Manager'])
  }))

test('three functional teams own their areas of scope', () =>
  inWorld(async (ctx) => {
    const { items } = await listTeams(ctx)
    expect(items.map((team) => [team.name, team.scope.map((area) => area.name)])).toEqual([
      ['Model Selection', ['Model lifecycle', 'Selection Engine', 'Selection UI', 'Supporting']],
      ['Health & Connectivity', ['Diagnostics', 'Setup & config', 'Connectivity', 'Operations', 'LLMOps']],
      ['Gateway Services', ['Prompt Registry', 'Telemetry', 'AIGW billing']],
    ])
    expect(items[1]?.note).toMatch(/^“Health” is deliberately broad: it covers the diagnostic surface/)
    expect(items[2]?.scope[2]?.description).toMatch(/on-demand credits, and AWS Marketplace flows$/)
  }))

test('engineers have a main team, and the staff engineer supports the two others', () =>
  inWorld(async (ctx) => {
    const { items } = await listTeams(ctx)
    expect(items.map((team) => team.members.map(({ name, kind }) => `${name} (${kind})`))).toEqual([
      ['Julie Huang (main)', 'Manoj M J (supporting)'],
      ['Cindy Halim (main)', 'Manoj M J (main)', 'Newick Lee (main)'],
      ['Patrick Cyiza (main)', 'Manoj M J (supporting)'],
    ])
  }))

test('what is not ours has an owner, and a sentence where the page draws the line', () =>
  inWorld(async (ctx) => {
    const { boundaries } = await listTeams(ctx)
    expect(boundaries.map(({ owner, team, sentence }) => [owner, team, sentence.slice(0, 24)])).toEqual([
      ['Fulfillment', 'gateway-services', 'Billing boundary: Gatewa'],
      ['Analytics Instrumentation', 'gateway-services', 'Instrumentation boundary'],
      ['AI Platform Engineering (Duo Service Infra)', null, ''],
      ['AI Platform Engineering (Model Evaluation Infra)', 'model-selection', ''],
    ])
  }))

test('the four boards have the columns of the handbook', () =>
  inWorld(async (ctx) => {
    const { items } = await listBoards(ctx)
    expect(items.map((board) => board.title)).toEqual([
      'Planning',
      'Build',
      'Next 1-3 Milestones',
      'Next 4-6 Milestones',
    ])
    const boards = await Promise.all(items.map((board) => boardFacts(ctx, board.slug)))
    expect(boards.map((board) => board.columns.map((column) => column.title))).toEqual([
      ['bug', 'maintenance', 'feature'],
      ['ready for development', 'in dev', 'in review', 'awaiting security release', 'blocked'],
      ['problem validation', 'design', 'solution validation', 'planning breakdown', 'ready for development'],
      ['problem validation', 'design', 'solution validation', 'planning breakdown', 'ready for development'],
    ])
    expect(boards.map((board) => board.filterLabelIds.length)).toEqual([1, 2, 0, 0])
  }))

test('four shelves wait beside the milestones', () =>
  inWorld(async (ctx) => {
    const { items } = await listMilestones(ctx)
    expect(items.filter((one) => one.shelf !== null).map((one) => one.title)).toEqual([
      'Next 1-3 Milestones',
      'Next 4-6 Milestones',
      'Backlog',
      'Awaiting Customer Feedback',
    ])
  }))

test('every label that a rule knows is there, each with one meaning', () =>
  inWorld(async ({ db }) => {
    const { rows } = await db.query<{ title: string; meaning: string }>(
      `select title, meaning from labels where meaning !~ '^(workflow|severity|priority)' order by id`,
    )
    expect(rows.map((row) => row.title)).toEqual([
      'group::custom models',
      'devops::ai-powered',
      'section::data science',
      'Category:Model personalization',
      'Category:Self-Hosted models',
      'type::bug',
      'type::maintenance',
      'type::feature',
      'type::ignore',
      'Deliverable',
      'spike',
    ])
    const states = await db.query(`select count(*)::int as count from labels where meaning like 'workflow.%'`)
    expect(states.rows).toEqual([{ count: 15 }])
  }))

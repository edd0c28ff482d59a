import { expect, test } from 'vitest'
import { listBoards } from '../queries/boards-list.ts'
import { boardFacts } from '../queries/board-facts.ts'
import { listMilestones } from '../queries/milestones.ts'
import { listTeams } from '../queries/teams.ts'
import { inWorld } from '../testing/world.ts'

test('the group says what it is for, in the words of its page', () =>
  inWorld(async ({ db }) => {
    const { rows } = await db.query(
      'select slug, name, summary, vision, mission, channel, namespace, zone, days_per_weight::float as days, focus_factor::float as focus from groups',
    )
    expect(rows).toEqual([
      {
        slug: 'custom-models',
        name: 'Custom Models',
        summary:
          'The Custom Models group owns GitLab Duo’s customer-facing model operations/intelligence layer, which models are available and how they’re selected, the health and connectivity of the customer experience, and the gateway service surface (prompts, internal events, and AIGW billing).',
        vision:
          'The Custom Models group focuses on additional, custom models that power GitLab Duo functionality in support of our customers’ unique data and use-cases.',
        mission:
          'Custom Models is the end-to-end owner of GitLab’s customer-facing model intelligence layer: which models are available, how they’re selected, the health and connectivity of the customer experience, and the gateway service surface (prompts, internal events, and AIGW billing). One team, full stack, across Customer zero, SaaS, Self-Managed, and Dedicated.\n\nWe are responsible for all backend aspects of the product categories that fall under the Custom Models group of the AI Powered stage of the DevOps lifecycle. Our product direction is on the Category Direction, Custom Models Management page, and the features we work with are listed on the Features by Group page.',
        channel: '#g_custom_models',
        namespace: 'gitlab-org/ai-powered/custom-models',
        zone: 'UTC',
        days: 2,
        focus: 1,
      },
    ])
    const channels = await db.query('select name, purpose from group_channels order by name')
    expect(channels.rows).toEqual([
      { name: '#custom_model_rfh', purpose: 'Incoming requests' },
      { name: '#g_custom_models', purpose: 'The primary channel for work-related communication' },
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
    const { rows } = await ctx.db.query(
      `select p.name, string_agg(r.role || coalesce(': ' || nullif(r.title, ''), '') || case when r.acting then ' (acting)' else '' end,
          ' + ' order by r.role) as roles
        from group_roles r join people p on p.id = r.person_id group by p.name order by p.name`,
    )
    expect(rows.map(({ name, roles }) => [name, roles])).toEqual([
      ['Cindy Halim', 'engineer'],
      ['Jordan Janes', 'counterpart + pm: Principal Product Manager'],
      ['Julie Huang', 'engineer'],
      ['Manoj M J', 'staff_engineer: Staff Engineer'],
      [
        'Mohamed Hamda',
        'em: Engineering Manager (acting) + engineer: Backend Engineer, AI-Powered:Custom Models',
      ],
      ['Newick Lee', 'engineer'],
      ['Patrick Cyiza', 'engineer'],
    ])
  }))

test('three functional teams own their areas of scope, to the word', () =>
  inWorld(async (ctx) => {
    const { items } = await listTeams(ctx)
    const texts = items.map(({ name, purpose, note, scope }) => ({
      name,
      purpose,
      note,
      scope: scope.map((area) => [area.name, area.description]),
    }))
    expect(texts).toEqual([
      {
        name: 'Model Selection',
        purpose: 'Owns which models are available and how they’re chosen, across .com and self-hosted.',
        note: 'Evaluation results from Model Evaluation Infra feed selection decisions through a shared review cadence between the two groups (see What falls outside our scope).',
        scope: [
          [
            'Model lifecycle',
            'Model additions/removals across Customer Zero,.com, Self-Managed, and Dedicated',
          ],
          ['Selection Engine', 'Unit Primitives, large/small models, agents'],
          ['Selection UI', 'Customer zero, SaaS, Self-Managed, Dedicated'],
          ['Supporting', 'Prompts, evals, and docs for newly added models'],
        ],
      },
      {
        name: 'Health & Connectivity',
        purpose:
          'Owns the diagnostic surface and the wider class of customer-facing setup and connectivity issues.',
        note: '“Health” is deliberately broad: it covers the diagnostic surface and the failure modes those diagnostics are meant to surface, so the people building the diagnostics are the same people fielding the issues.',
        scope: [
          ['Diagnostics', 'Duo Health Check diagnostic surface'],
          ['Setup & config', 'Customer setup and configuration'],
          ['Connectivity', 'Connectivity across GitLab / AIGW / Models / DWS'],
          ['Operations', 'Debugging, version drift, and related support escalations'],
          [
            'LLMOps',
            'Expanding Monitoring, observability, and tracking LLM performance, identifying errors, and optimizing models connectivity down the line',
          ],
        ],
      },
      {
        name: 'Gateway Services',
        purpose:
          'Owns the event-driven surfaces that sit on top of the gateway, prompts flowing in, telemetry flowing through, and billing/credit events flowing out.',
        note: '',
        scope: [
          ['Prompt Registry', 'Prompt management on the gateway'],
          ['Telemetry', 'Internal events and tracking'],
          [
            'AIGW billing',
            'The AIGW side of billing, metering and billing events for self-hosted billing, SaaS billing, on-demand credits, and AWS Marketplace flows',
          ],
        ],
      },
    ])
  }))

test('engineers have a main team, and the staff engineer supports the two others', () =>
  inWorld(async (ctx) => {
    const { items } = await listTeams(ctx)
    const teamsOnPage = items.map((team) =>
      team.members.map(({ name, kind, share }) => `${name}, ${kind}, ${share * 100} %`),
    )
    expect(teamsOnPage, 'the shares are ours: the page gives none').toEqual([
      ['Julie Huang, main, 100 %', 'Manoj M J, supporting, 25 %'],
      ['Cindy Halim, main, 100 %', 'Manoj M J, main, 50 %', 'Newick Lee, main, 100 %'],
      ['Patrick Cyiza, main, 100 %', 'Manoj M J, supporting, 25 %'],
    ])
  }))

test('what is not ours has an owner, and a sentence where the page draws the line', () =>
  inWorld(async (ctx) => {
    const { boundaries } = await listTeams(ctx)
    expect(boundaries).toMatchObject([
      {
        area: 'Subscription purchase / buying flows, plan management',
        owner: 'Fulfillment',
        relationship:
          'Counterpart for Gateway Services. We own AIGW-side billing/metering; they own purchasing and subscriptions.',
        sentence:
          'Billing boundary: Gateway Services owns the AIGW side of billing (metering and billing events). The purchasing and subscription side, buying, plan management, is owned by the Fulfillment team.',
        team: 'gateway-services',
      },
      {
        area: 'Product analytics tooling & instrumentation',
        owner: 'Analytics Instrumentation',
        relationship:
          'Counterpart for Gateway Services. We use their tooling for internal events and tracking.',
        sentence:
          'Instrumentation boundary: Analytics Instrumentation owns the tooling, internal events (Snowplow), billing-events tooling, and Service Ping collection. We own the domain-specific events, billing events, and metrics for the gateway/AIGW surface and instrument them using that tooling.',
        team: 'gateway-services',
      },
      {
        area: 'Raw gateway infrastructure, routing, streaming, self-hosted AIGW',
        owner: 'AI Platform Engineering (Duo Service Infra)',
        relationship:
          'They own the gateway as infrastructure; we own the customer-visible service surface that runs on top of it.',
        sentence: '',
        team: null,
      },
      {
        area: 'Model evaluation infrastructure, CEF as a service, benchmark pipelines',
        owner: 'AI Platform Engineering (Model Evaluation Infra)',
        relationship:
          'They run and maintain evaluation infra; we consume the results to drive model selection.',
        sentence: '',
        team: null,
      },
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
    const filters = await ctx.db.query(
      `select b.slug, b.milestone_rule as rule, m.title as milestone,
          array(select l.title from board_labels f join labels l on l.group_id = f.group_id and l.id = f.label_id
            where f.group_id = b.group_id and f.board_id = b.id order by l.id) as labels
        from boards b left join milestones m on m.group_id = b.group_id and m.id = b.milestone_id order by b.position`,
    )
    expect(filters.rows).toEqual([
      { slug: 'planning', rule: 'next', milestone: null, labels: ['group::custom models'] },
      { slug: 'build', rule: 'current', milestone: null, labels: ['group::custom models', 'Deliverable'] },
      { slug: 'next-1-3', rule: 'fixed', milestone: 'Next 1-3 Milestones', labels: [] },
      { slug: 'next-4-6', rule: 'fixed', milestone: 'Next 4-6 Milestones', labels: [] },
    ])
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

test('its labels are those of the page and the states of the flow, and say nothing that it does not say', () =>
  inWorld(async ({ db }) => {
    const { rows } = await db.query<{ title: string; meaning: string; description: string }>(
      'select title, meaning, description from labels order by id',
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
      'Deliverable',
      'spike',
      'workflow::validation backlog',
      'workflow::problem validation',
      'workflow::ready for design',
      'workflow::design',
      'workflow::solution validation',
      'workflow::planning breakdown',
      'workflow::scheduling',
      'workflow::refinement',
      'workflow::ready for development',
      'workflow::in dev',
      'workflow::in review',
      'workflow::blocked',
      'workflow::verification',
      'workflow::awaiting security release',
      'workflow::complete',
    ])
    expect(new Set(rows.map((row) => row.meaning)).size, 'each has a meaning of its own').toBe(rows.length)
    expect(rows.map((row) => row.description).join('')).toBe('')
  }))

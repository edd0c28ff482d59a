import type { Terms } from '../../commands/memberships.ts'
import type { NewBoundary } from '../../commands/boundaries.ts'
import type { NewTeam } from '../../commands/teams.ts'

/**
 * Handbook › Functional teams. The page gives no shares of time, and capacity cannot be computed without: whoever is in
 * one team alone gives it all of their time; the staff engineer, "expected to support multiple functional teams as
 * needed", gives half to the main team and a quarter to each of the two others, until the EM says otherwise.
 */
type Member = Pick<Terms, 'person' | 'kind' | 'percent'>

const main = (person: string, percent = 100): Member => ({ person, kind: 'main', percent })
const supporting = (person: string): Member => ({ person, kind: 'supporting', percent: 25 })

export const TEAMS: readonly (NewTeam & {
  slug: string
  members: Member[]
  scope: [name: string, description: string][]
})[] = [
  {
    slug: 'model-selection',
    name: 'Model Selection',
    purpose: 'Owns which models are available and how they’re chosen, across .com and self-hosted.',
    note: 'Evaluation results from Model Evaluation Infra feed selection decisions through a shared review cadence between the two groups (see What falls outside our scope).',
    scope: [
      ['Model lifecycle', 'Model additions/removals across Customer Zero,.com, Self-Managed, and Dedicated'],
      ['Selection Engine', 'Unit Primitives, large/small models, agents'],
      ['Selection UI', 'Customer zero, SaaS, Self-Managed, Dedicated'],
      ['Supporting', 'Prompts, evals, and docs for newly added models'],
    ],
    members: [main('julie'), supporting('manoj')],
  },
  {
    slug: 'health-connectivity',
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
    members: [main('cindy'), main('newick'), main('manoj', 50)],
  },
  {
    slug: 'gateway-services',
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
    members: [main('patrick'), supporting('manoj')],
  },
]

/** Handbook › What falls outside our scope: "When work touches these areas, loop in the listed owner." */
export const BOUNDARIES: readonly NewBoundary[] = [
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
    relationship: 'Counterpart for Gateway Services. We use their tooling for internal events and tracking.',
    sentence:
      'Instrumentation boundary: Analytics Instrumentation owns the tooling, internal events (Snowplow), billing-events tooling, and Service Ping collection. We own the domain-specific events, billing events, and metrics for the gateway/AIGW surface and instrument them using that tooling.',
    team: 'gateway-services',
  },
  {
    area: 'Raw gateway infrastructure, routing, streaming, self-hosted AIGW',
    owner: 'AI Platform Engineering (Duo Service Infra)',
    relationship:
      'They own the gateway as infrastructure; we own the customer-visible service surface that runs on top of it.',
    team: null,
  },
  {
    area: 'Model evaluation infrastructure, CEF as a service, benchmark pipelines',
    owner: 'AI Platform Engineering (Model Evaluation Infra)',
    relationship: 'They run and maintain evaluation infra; we consume the results to drive model selection.',
    team: null,
  },
]

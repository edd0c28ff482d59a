import type { NewGroup } from '../../commands/groups.ts'

/** The group as the head, the cadence and the communication of its handbook page describe it. */
export const GROUP: NewGroup = {
  slug: 'custom-models',
  name: 'Custom Models',
  summary:
    'The Custom Models group owns GitLab Duo’s customer-facing model operations/intelligence layer, which models are available and how they’re selected, the health and connectivity of the customer experience, and the gateway service surface (prompts, internal events, and AIGW billing).',
  vision:
    'The Custom Models group focuses on additional, custom models that power GitLab Duo functionality in support of our customers’ unique data and use-cases.',
  mission:
    'Custom Models is the end-to-end owner of GitLab’s customer-facing model intelligence layer: which models are available, how they’re selected, the health and connectivity of the customer experience, and the gateway service surface (prompts, internal events, and AIGW billing). One team, full stack, across Customer zero, SaaS, Self-Managed, and Dedicated.\n\n' +
    'We are responsible for all backend aspects of the product categories that fall under the Custom Models group of the AI Powered stage of the DevOps lifecycle. Our product direction is on the Category Direction, Custom Models Management page, and the features we work with are listed on the Features by Group page.',
  namespace: 'gitlab-org/ai-powered/custom-models',
  channel: '#g_custom_models',
  /** The page names no zone. */
  zone: 'UTC',
  channels: [
    { name: '#g_custom_models', purpose: 'The primary channel for work-related communication' },
    { name: '#custom_model_rfh', purpose: 'Incoming requests' },
  ],
  cadence: [
    { activity: 'Weekly sync (review blockers, assign DRIs)', frequency: 'Weekly', owner: 'EM' },
    { activity: 'Status update on planning issue', frequency: 'Weekly (async)', owner: 'Each active DRI' },
    {
      activity: 'Triage of new RFHs / escalations',
      frequency: 'Ongoing',
      owner: 'Triage DRI per functional team',
    },
    { activity: 'Retrospective on process health', frequency: 'Monthly', owner: 'Team' },
  ],
}

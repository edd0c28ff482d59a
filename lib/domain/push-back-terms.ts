/** What work a push-back is about: an issue, an epic, or what a milestone plans. */
export const PUSH_BACK_KINDS = ['issue', 'epic', 'milestone'] as const
export type PushBackKind = (typeof PUSH_BACK_KINDS)[number]

export const PUSH_BACK_STATES = ['open', 'deferred', 'accepted', 'declined'] as const
export type PushBackState = (typeof PUSH_BACK_STATES)[number]

export const DECISIONS = ['accepted', 'declined', 'deferred'] as const
export type Decision = (typeof DECISIONS)[number]

/** As the ledger names the work: an issue and an epic by their number, a milestone by its id. */
export type PushedWork = { kind: PushBackKind; key: string; title: string }

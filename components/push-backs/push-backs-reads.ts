import { listPushBacks } from '#lib/contract/push-backs.ts'
import type { SentTo } from '#lib/contract/endpoint.ts'
import { PUSH_BACK_KINDS, PUSH_BACK_STATES } from '#lib/domain/push-back-terms.ts'
import type { PushBackKind, PushBackState } from '#lib/domain/push-back-terms.ts'

/** What the address of the register says: which push-backs, and which one is open. */
export type Register = {
  state: PushBackState | null
  kind: PushBackKind | null
  q: string
  show: number | null
}

/** Values that the register does not know ask for nothing. */
export function registerOf(query: URLSearchParams): Register {
  const [state, kind, show] = [query.get('state'), query.get('kind'), Number(query.get('show'))]
  return {
    state: PUSH_BACK_STATES.find((one) => one === state) ?? null,
    kind: PUSH_BACK_KINDS.find((one) => one === kind) ?? null,
    q: (query.get('q') ?? '').trim().slice(0, 200),
    show: Number.isSafeInteger(show) && show > 0 && show < 2_147_483_648 ? show : null,
  }
}

/** The same as an address, without what asks for nothing. */
export function queryOfRegister({ state, kind, q, show }: Register): Record<string, string> {
  return {
    ...(state ? { state } : {}),
    ...(kind ? { kind } : {}),
    ...(q === '' ? {} : { q }),
    ...(show === null ? {} : { show: String(show) }),
  }
}

export const registerInput = (group: string, { state, kind, q }: Register): SentTo<typeof listPushBacks> => ({
  group,
  ...(state ? { state: [state] } : {}),
  ...(kind ? { kind: [kind] } : {}),
  ...(q === '' ? {} : { q }),
})

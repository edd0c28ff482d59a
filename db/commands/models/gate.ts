import { type ModelGate, whyNotAdd } from '#lib/domain/models/readiness.ts'
import { Failure, insist } from '#lib/kit/failure.ts'
import { modelsLink } from '#lib/kit/links.ts'
import type { Refusal } from '#lib/kit/refusal.ts'
import type { Ctx } from '../../context.ts'

/** Insists on a rule of Deliverables; where the model is what is missing, the refusal names the page that leads on. */
export function insistOnGate(ctx: Ctx, refusal: Refusal | null, model: ModelGate | null): void {
  const isOfModel = refusal !== null && model !== null && refusal.code === whyNotAdd(model)?.code
  if (!isOfModel) return insist(refusal)
  const page = modelsLink(ctx.group.slug, model.id)
  throw new Failure('refused', refusal.because, { rule: refusal.code, page })
}

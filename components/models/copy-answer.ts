import { toast } from '#components/shell/toasts.ts'
import type { Model } from '#lib/contract/models.ts'
import { answerAsMarkdown } from '#lib/domain/models/readiness.ts'
import { modelsLink } from '#lib/kit/links.ts'

/** Copies the answer for who asked: not yet, and what to get right first. Its link leads to the address of this page. */
export async function copyAnswer(
  group: string,
  model: Model,
  nameOf: (handle: string) => string,
): Promise<void> {
  const waiver = model.waiver && {
    by: { id: model.waiver.by, name: nameOf(model.waiver.by) },
    reason: model.waiver.reason,
  }
  const link = `${location.origin}${modelsLink(group, model.id)}`
  try {
    await navigator.clipboard.writeText(answerAsMarkdown({ ...model, waiver }, link))
    toast({ text: 'Copied the answer as Markdown.' })
  } catch {
    toast({
      text: 'The browser blocked copying. Allow access to the clipboard and try again.',
      tone: 'refused',
    })
  }
}

import { createLabel } from '../../../commands/labels.ts'
import type { Ctx } from '../../../context.ts'

/** The handbook names no severities: the sample's issues bring their own. */
export async function begin(ctx: Ctx): Promise<void> {
  for (const degree of [1, 2, 3, 4]) {
    await createLabel(ctx, {
      group: ctx.group.slug,
      title: `severity::${degree}`,
      hue: 10 + degree * 18,
      meaning: `severity.${degree}`,
      sample: true,
    })
  }
}

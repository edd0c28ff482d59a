import { beginTemplates } from '../../../commands/templates.ts'
import type { Ctx } from '../../../context.ts'

export const begin = (ctx: Ctx) => beginTemplates(ctx)

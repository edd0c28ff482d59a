import { removeView, renameView, saveView } from '#db/commands/views.ts'
import { listViews } from '#db/queries/views.ts'
import * as views from '#lib/contract/views.ts'
import { bind } from '../bind.ts'

export const viewsHandlers = [
  bind(views.listViews, (context) => listViews(context.ctx())),
  bind(views.saveView, (context, input) => saveView(context.ctx(), input)),
  bind(views.renameView, (context, input) => renameView(context.ctx(), input)),
  bind(views.removeView, (context, input) => removeView(context.ctx(), input)),
]

import { removeView, renameView, saveView } from '#db/commands/views.ts'
import { listViews } from '#db/queries/views.ts'
import * as views from '#lib/contract/views.ts'
import { keep } from '../keep.ts'

export const viewsKept = [
  keep(views.listViews, (door) => listViews(door.ctx())),
  keep(views.saveView, (door, input) => saveView(door.ctx(), input)),
  keep(views.renameView, (door, input) => renameView(door.ctx(), input)),
  keep(views.removeView, (door, input) => removeView(door.ctx(), input)),
]

import { editModel } from '#db/commands/models/edit.ts'
import { createModel, removeModel } from '#db/commands/models/models.ts'
import { editQuestions } from '#db/commands/models/questions.ts'
import { listModels } from '#db/queries/models.ts'
import * as models from '#lib/contract/models.ts'
import { bind } from '../bind.ts'

export const modelsHandlers = [
  bind(models.listModels, (context) => listModels(context.ctx())),
  bind(models.createModel, (context, input) => createModel(context.ctx(), input)),
  bind(models.editModel, (context, input) => editModel(context.ctx(), input)),
  bind(models.removeModel, (context, input) => removeModel(context.ctx(), input)),
  bind(models.editReadinessQuestions, (context, input) => editQuestions(context.ctx(), input)),
]

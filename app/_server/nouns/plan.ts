import { selectPlan } from '#db/commands/plan/select.ts'
import {
  answerSession,
  cancelSession,
  endSession,
  scheduleSession,
  startSession,
} from '#db/commands/plan/session.ts'
import { noteStep, setSteps } from '#db/commands/plan/steps.ts'
import { proposePlan } from '#db/queries/plan-proposal.ts'
import { readSteps } from '#db/queries/plan-steps.ts'
import { readPlan } from '#db/queries/plan.ts'
import * as session from '#lib/contract/plan-session.ts'
import * as steps from '#lib/contract/plan-steps.ts'
import * as plan from '#lib/contract/plan.ts'
import { bind } from '../bind.ts'

export const planHandlers = [
  bind(plan.readPlan, (context, input) => readPlan(context.ctx(), input)),
  bind(plan.proposePlan, (context, input) => proposePlan(context.ctx(), input)),
  bind(plan.selectPlan, (context, input) => selectPlan(context.ctx(), input)),
  bind(steps.readSteps, (context) => readSteps(context.ctx())),
  bind(steps.setSteps, (context, input) => setSteps(context.ctx(), input)),
  bind(steps.noteStep, (context, input) => noteStep(context.ctx(), input)),
  bind(session.scheduleSession, (context, input) => scheduleSession(context.ctx(), input)),
  bind(session.cancelSession, (context, input) => cancelSession(context.ctx(), input)),
  bind(session.answerSession, (context, input) => answerSession(context.ctx(), input)),
  bind(session.startSession, (context, input) => startSession(context.ctx(), input)),
  bind(session.endSession, (context, input) => endSession(context.ctx(), input)),
]

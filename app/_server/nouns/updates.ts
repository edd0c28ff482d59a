import { discardDraft, saveDraft, takeOverDraft } from '#db/commands/updates/drafts.ts'
import { postUpdates, putUpdate } from '#db/commands/updates/post.ts'
import { subjectNamed } from '#db/queries/subjects.ts'
import { updateOf, updatesOf } from '#db/queries/updates.ts'
import { readWeekMarkdown, readWeekOfUpdates } from '#db/queries/week-updates.ts'
import * as updates from '#lib/contract/updates.ts'
import { publicUrl } from '../auth/site.ts'
import { bind } from '../bind.ts'

export const updatesHandlers = [
  bind(updates.readUpdates, (context, input) => readWeekOfUpdates(context.ctx(), input)),
  bind(updates.readUpdatesMarkdown, (context, input) =>
    readWeekMarkdown(context.ctx(), input, publicUrl().origin),
  ),
  bind(updates.readUpdate, async (context, { week, subject }) => ({
    update: await updateOf(context.ctx(), subjectNamed(subject), week),
  })),
  bind(updates.listUpdates, async (context, { subject }) => ({
    items: await updatesOf(context.ctx(), subjectNamed(subject)),
  })),
  bind(updates.putUpdate, (context, input) => putUpdate(context.ctx(), input)),
  bind(updates.postUpdates, (context, input) => postUpdates(context.ctx(), input)),
  bind(updates.saveDraft, (context, input) => saveDraft(context.ctx(), input)),
  bind(updates.takeOverDraft, (context, input) => takeOverDraft(context.ctx(), input)),
  bind(updates.discardDraft, (context, input) => discardDraft(context.ctx(), input)),
]

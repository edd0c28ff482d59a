'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { useActor, useGroup } from '#components/shell/use-group.ts'
import { Button } from '#components/ui/button.tsx'
import { momentIn } from '#components/ui/days/days.ts'
import { lazyPopup } from '#components/ui/popups/lazy-popup.tsx'
import { Row, Rows } from '#components/ui/rows.tsx'
import { Skeleton } from '#components/ui/state.tsx'
import { readPlanningTemplate } from '#lib/contract/planning-issue.ts'
import { may } from '#lib/domain/permissions.ts'
import { reading } from '#lib/http/query.ts'

const PlanningTemplateDialog = lazyPopup(
  async () => (await import('./planning-template-dialog.tsx')).PlanningTemplateDialog,
)

/** The text that planning issues begin with; its page may fetch `readPlanningTemplate` ahead. */
export function PlanningTemplateSection({ group }: { group: string }) {
  const { data, error } = useQuery(reading(readPlanningTemplate, { group }))
  const { zone } = useGroup(group)
  const [isEditing, setEditing] = useState(false)
  const mayEdit = may(useActor(group), 'planning.issue')
  if (error && !data) throw error
  return (
    <section aria-labelledby="planning-template" className="flex flex-col gap-2 pt-4">
      <h2 id="planning-template" className="text-base font-semibold">
        Planning issues
      </h2>
      <p className="max-w-prose text-pretty text-ink-2">
        Each milestone’s planning issue begins with this text. Lines such as {'{{capacity}}'} show live data.
      </p>
      {!data && <Skeleton className="h-14 w-full" />}
      {data && (
        <Rows label="Template of planning issues">
          <Row>
            <div className="min-w-0 flex-1">
              <p className="font-semibold">
                <bdi>{data.template.title}</bdi>
              </p>
              <p className="num text-ink-2">
                {data.template.at === null
                  ? 'The text that every group begins with'
                  : `Version ${data.template.version}, ${momentIn(zone, data.template.at)}`}
              </p>
            </div>
            {mayEdit && (
              <Button
                aria-label={`Edit ${data.template.title}`}
                onPointerEnter={PlanningTemplateDialog.ahead}
                onClick={() => setEditing(true)}
              >
                Edit
              </Button>
            )}
          </Row>
        </Rows>
      )}
      {isEditing && data && (
        <PlanningTemplateDialog group={group} known={data} onClose={() => setEditing(false)} />
      )}
    </section>
  )
}

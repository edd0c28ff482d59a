import type { Metadata } from 'next'

import { Prefetch } from '#app/_server/prefetch.tsx'
import { TemplateSettings } from '#components/templates/template-settings.tsx'
import { PlanningTemplateSection } from '#components/planning-issue/planning-template-section.tsx'
import { readPlanningTemplate } from '#lib/contract/planning-issue.ts'
import { listTemplates } from '#lib/contract/templates.ts'
import { reading } from '#lib/http/query.ts'

export const metadata: Metadata = { title: 'Issue templates' }

export default async function TemplatesPage({ params }: { params: Promise<{ group: string }> }) {
  const { group } = await params
  return (
    <Prefetch reads={[reading(listTemplates, { group }), reading(readPlanningTemplate, { group })]}>
      <TemplateSettings group={group} />
      <PlanningTemplateSection group={group} />
    </Prefetch>
  )
}

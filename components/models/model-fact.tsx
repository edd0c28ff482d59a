'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'

import { useChange } from '#components/changes/use-change.ts'
import { Fact, Pick } from '#components/ui/fact.tsx'
import { Icon } from '#components/ui/icon.tsx'
import type { MenuEntry } from '#components/ui/popups/menu-entry.ts'
import { setModel } from '#lib/contract/issue-facts.ts'
import type { Issue } from '#lib/contract/issues.ts'
import { listModels } from '#lib/contract/models.ts'
import { readinessTitle } from '#lib/domain/models/readiness.ts'
import { reading } from '#lib/http/query.ts'
import { modelsLink } from '#lib/kit/links.ts'

import { ReadinessNote } from './readiness-note.tsx'

type Props = { group: string; issue: Pick<Issue, 'ref' | 'model'>; mayChange: boolean }

/** The model that an issue adds, with what is first to get right and the way to its register. */
export function ModelFact({ group, issue: { ref, model }, mayChange }: Props) {
  const { data } = useQuery(reading(listModels, { group }))
  const change = useChange()
  if (model === null && (!mayChange || !data?.items.length)) return null
  const set = (to: { id: number; name: string } | null) =>
    void change({
      endpoint: setModel,
      input: { group, ref, model: to?.id ?? null },
      issue: ref,
      message: to ? `#${ref} adds “${to.name}”.` : `#${ref} adds no model.`,
    })
  const entries = (): MenuEntry[] => [
    ...(data?.items ?? []).map((one): MenuEntry => ({
      kind: 'act',
      label: one.name,
      hint: readinessTitle(one.readiness),
      checked: one.id === model?.id,
      act: () => set(one),
    })),
    { kind: 'line' },
    { kind: 'act', label: 'No model', checked: model === null, act: () => set(null) },
  ]
  return (
    <Fact name="Model" isNamed={mayChange}>
      <span className="flex max-w-full min-w-0 items-start">
        <Pick menu="Model" entries={entries} mayChange={mayChange}>
          {model === null ? (
            'none'
          ) : (
            <>
              <bdi className="min-w-0 text-pretty whitespace-normal wrap-anywhere">{model.name}</bdi>
              {model.readiness !== 'ready' && <ReadinessNote readiness={model.readiness} />}
            </>
          )}
        </Pick>
        {model !== null && (
          <Link
            href={modelsLink(group, model.id)}
            prefetch={false}
            aria-label={`Open the model ${model.name}`}
            data-tip="Open the model"
            className="tap grid size-7 flex-none place-items-center rounded-sm text-ink-3 hover:bg-hover hover:text-ink"
          >
            <Icon name="right" className="size-3.5" />
          </Link>
        )}
      </span>
      {model?.first && (
        <p className="basis-full px-2 text-xs text-pretty text-ink-2 wrap-anywhere">First: {model.first}</p>
      )}
    </Fact>
  )
}

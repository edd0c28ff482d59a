'use client'

import { useDeferredValue, useState } from 'react'

import { useGroup } from '#components/shell/use-group.ts'
import { MarkdownEditor } from '#components/ui/editor/markdown-editor.tsx'
import type { MarkdownEditorProps } from '#components/ui/editor/markdown-editor.tsx'
import type { Sigil, Trigger } from '#components/ui/editor/text-trigger.ts'
import { lazily } from '#components/ui/popups/lazily.tsx'
import type { Suggestion } from '#components/ui/editor/editor-list.tsx'
import { shortAddress } from '#lib/kit/own-address.ts'

import { IssueText } from './issue-text.tsx'

const Suggesting = lazily(async () => (await import('./suggestions.tsx')).Suggesting)

const TITLES: Record<Sigil, string> = {
  '@': 'People',
  '#': 'Issues',
  '~': 'Labels',
  '%': 'Milestones',
  '&': 'Epics',
  '/': 'Quick actions',
}

const NONE: readonly Suggestion[] = []

/**
 * Where a group's people write Markdown: descriptions, comments, templates.
 *
 *     <MarkdownField
 *       group={group} label="Add a comment" value={body} onChange={setBody}   // the text itself, never an event
 *       onSubmit={send}      // Ctrl or ⌘ with Enter
 *       onEscape={discard}   // Esc, when no suggestions are open
 *       quickActions         // offers /weight and the like at the beginning of a line
 *       rows={3} maxLength={100_000} hint="…" placeholder="…" labelHidden ref={area}
 *     />
 *
 * It is controlled, keeps no draft, and brings the suggestions and the preview along: load it lazily where a page can
 * be shown without it. Its text area is found by role `textbox` and the label.
 */
export function MarkdownField({ group, quickActions = false, ...editor }: Props) {
  const [trigger, setTrigger] = useState<Trigger | null>(null)
  const shown = useDeferredValue(editor.value)
  const { boards } = useGroup(group)
  const [suggestions, setSuggestions] = useState(NONE)
  return (
    <div className="contents" onFocus={Suggesting.ahead}>
      <MarkdownEditor
        {...editor}
        preview={<IssueText group={group} text={shown} />}
        suggestions={suggestions}
        suggestionsLabel={TITLES[trigger?.sigil ?? '#']}
        onTrigger={setTrigger}
        shorten={(address) => shortAddress(address, { origin: location.origin, group, boards })}
      />
      {trigger && (
        <Suggesting
          group={group}
          trigger={trigger}
          quickActions={quickActions}
          onSuggestions={setSuggestions}
        />
      )}
    </div>
  )
}

type Props = MarkdownEditorProps & { group: string; quickActions?: boolean }

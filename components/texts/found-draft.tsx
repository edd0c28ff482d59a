import { Button } from '#components/ui/button.tsx'

/** Above a form that was left before it was sent, and is as it was. */
export function FoundDraft({ onDiscard }: { onDiscard: () => void }) {
  return (
    <p className="flex flex-wrap items-center gap-2 rounded-sm bg-sunken px-2.5 py-1 text-ink-2">
      Your draft is still here.
      <Button kind="quiet" size="sm" onClick={onDiscard}>
        Discard draft
      </Button>
    </p>
  )
}

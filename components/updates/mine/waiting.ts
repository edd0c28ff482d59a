import { outbox } from '#components/changes/outbox.ts'
import { useStore } from '#components/ui/store.ts'
import { postUpdates } from '#lib/contract/updates.ts'

/** The subjects of a group whose updates were posted and could not be sent yet, perhaps by an earlier visit of this tab. */
export function useWaiting(group: string): ReadonlySet<string> {
  const names = useStore(outbox, ({ waiting }) =>
    waiting
      .flatMap(({ path, input }) =>
        path === postUpdates.path && input['group'] === group ? subjectsIn(input['updates']) : [],
      )
      .join(' '),
  )
  return new Set(names === '' ? [] : names.split(' '))
}

const subjectsIn = (updates: unknown): string[] =>
  Array.isArray(updates)
    ? updates.flatMap((one: unknown) =>
        typeof one === 'object' && one !== null && 'subject' in one && typeof one.subject === 'string'
          ? [one.subject]
          : [],
      )
    : []

import { lazily } from '#components/ui/lazily.tsx'

/** Fetched when somebody is about to found a group: from the group switch, or from the settings. */
export const FoundDialog = lazily(async () => (await import('./found-dialog.tsx')).FoundDialog)

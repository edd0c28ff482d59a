import { lazyPopup } from '#components/ui/popups/lazy-popup.tsx'

/** Fetched when a person is about to create a group: from the group switch, or from the settings. */
export const CreateGroupDialog = lazyPopup(
  async () => (await import('./create-group-dialog.tsx')).CreateGroupDialog,
)

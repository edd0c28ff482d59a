import { Icon } from '#components/ui/icon.tsx'
import { setConfidential } from '#lib/contract/issue-facts.ts'
import type { Look } from './look.tsx'

export const confidentialLook: Look = {
  row: 'Visible to',
  menu: 'Visibility',
  setting: setConfidential,
  options: [
    { value: false, label: 'Everyone in the group' },
    { value: true, label: 'Confidential', hint: 'not stakeholders' },
  ],
  shown: (isHidden) =>
    isHidden ? (
      <>
        <Icon name="lock" className="size-[13px]" /> members and counterparts
      </>
    ) : (
      'everyone in the group'
    ),
  message: (isHidden, them) =>
    isHidden ? `Hid ${them} from stakeholders.` : `Made ${them} visible to everyone in the group.`,
  command: { title: 'Set visibility', keywords: 'confidential' },
}

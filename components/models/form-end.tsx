import type { ReactNode } from 'react'

import { Button } from '#components/ui/button.tsx'
import { CancelButton } from '#components/ui/popups/dialog.tsx'

type Props = { submit: string; disabledReason: string | null | undefined; children?: ReactNode }

/** How a dialog of the register ends: what else it offers at its start, then Cancel and what it is for. */
export const FormEnd = ({ submit, disabledReason, children }: Props) => (
  <div className="flex flex-wrap justify-end gap-2">
    {children}
    <span className="flex-1" />
    <CancelButton />
    <Button kind="primary" type="submit" disabledReason={disabledReason}>
      {submit}
    </Button>
  </div>
)

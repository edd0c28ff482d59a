'use client'

import { Button } from '#components/ui/button.tsx'

export const PrintButton = () => (
  <Button kind="quiet" className="no-print" onClick={() => print()}>
    Print
  </Button>
)

'use client'

import { Trouble } from '#components/shell/trouble.tsx'

export default Trouble

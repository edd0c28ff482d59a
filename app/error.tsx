'use client'

import { Trouble } from '#components/frame/trouble.tsx'

export default Trouble

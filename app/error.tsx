'use client'

import { ErrorPage } from '#components/frame/error-page.tsx'

export default ErrorPage

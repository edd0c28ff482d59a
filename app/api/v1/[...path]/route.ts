import { api } from '#app/_server/api.ts'

export const dynamic = 'force-dynamic'

const answer = (request: Request) => api.fetch(request)

export const GET = answer
export const POST = answer
export const PUT = answer
export const PATCH = answer
export const DELETE = answer

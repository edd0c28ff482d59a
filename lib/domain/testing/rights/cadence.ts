import type { Picture } from '../pictures.ts'

export const rights = {
  'call.note': '––●●●–',
  'activity.record': '––●●●–',
  'activity.edit': '––––●–',
} satisfies Picture

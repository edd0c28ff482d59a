import type { Picture } from '../pictures.ts'

export const rights = {
  'share.create': '–––●●–',
  'share.revoke': '–––●●●',
} satisfies Picture

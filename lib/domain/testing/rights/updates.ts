import type { Picture } from '../pictures.ts'

export const rights = {
  'update.post': '––●●●–',
} satisfies Picture

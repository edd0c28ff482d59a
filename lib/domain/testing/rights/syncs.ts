import type { Picture } from '../pictures.ts'

export const rights = {
  'sync.record': '––●●●–',
} satisfies Picture

import type { Picture } from '../pictures.ts'

export const rights = {
  'milestone.create': '–––●●–',
  'milestone.close': '––––●–',
} satisfies Picture

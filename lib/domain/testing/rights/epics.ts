import type { Picture } from '../pictures.ts'

export const rights = {
  'epic.edit': '––●●●–',
} satisfies Picture

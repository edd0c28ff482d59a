import type { Picture } from '../pictures.ts'

export const rights = {
  'board.edit': '–––●●–',
} satisfies Picture

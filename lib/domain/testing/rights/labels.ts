import type { Picture } from '../pictures.ts'

export const rights = {
  'label.edit': '––––●●',
} satisfies Picture

import type { Picture } from '../pictures.ts'

export const rights = {
  'model.edit': '––●●●–',
  'model.waive': '––––●–',
  'model.questions': '––––●–',
} satisfies Picture

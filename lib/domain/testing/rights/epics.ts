import type { Picture } from '../pictures.ts'

export const rights = {
  'epic.edit': '––●●●–',
  'epic.hand_over': '––●–●–',
  'epic.lead': '––●–––',
} satisfies Picture

import type { Picture } from '../pictures.ts'

export const rights = {
  comment: '●●●●●●',
  'issue.create': '––●●●–',
  'issue.edit': '––●●●–',
  'issue.close': '––●●●–',
  'card.move': '––●●●–',
  'issue.weigh': '––●●●–',
  'issue.take': '––●●●–',
  'issue.hand_over': '––●●●–',
  'deliverable.set': '––––●–',
  'assign.others': '––––●–',
} satisfies Picture

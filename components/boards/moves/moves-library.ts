export { moveCard } from './move-card.ts'
export { movesOf } from './moves.ts'

/** Codes of refusals that lead to a next step: every page carries them, and not the rules that refuse. */
export const DELIVERABLE_OF_EM = 'deliverable_of_em'
export const NOT_YOUR_HAND_OVER = 'not_your_hand_over'
export const MODEL_NOT_READY = 'model_not_ready'

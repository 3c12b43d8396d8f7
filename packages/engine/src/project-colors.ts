/** The names of colours that the engine’s own pages give projects. */
export const PROJECT_COLORS = ['pink', 'mint', 'orange', 'purple', 'cyan', 'lime'] as const

export type ProjectColor = (typeof PROJECT_COLORS)[number]

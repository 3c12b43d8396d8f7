/** The name of an agent that has none to be shown. */
export const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1)

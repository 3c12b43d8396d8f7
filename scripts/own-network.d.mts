export function ownNetwork(): string[]

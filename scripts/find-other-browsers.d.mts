export function findFirefox(): { firefox: string } | undefined
export function findWebkit(): { driver: string; display: string } | undefined

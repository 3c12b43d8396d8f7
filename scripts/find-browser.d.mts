/** The path of an installed Chromium's executable. */
export function findBrowser(): string | undefined

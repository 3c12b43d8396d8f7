/** Whether a patch shows lines at all. */
export const hasLines = (patch: string): boolean => /^@@ -\d/m.test(patch)

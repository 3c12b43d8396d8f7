/** Makes the folder 0700 if it is missing. Throws `unsafe-folder` when it is not ours or others may write to it. */
export declare function ensurePrivateFolder(path: string): Promise<void>
/** Replaces the file as a whole, mode 0600, durable before it returns; a symlink is replaced, not followed. */
export declare function writeFilePrivate(path: string, text: string): Promise<void>

declare module 'fs-native-extensions' {
  /** An exclusive kernel lock of the open file description; false when another holds it. */
  export function tryLock(fd: number): boolean
}

declare module 'proper-lockfile' {
  interface LockOptions {
    lockfilePath: string
    realpath: boolean
    /** Milliseconds. */
    stale: number
    update: number
    onCompromised(error: Error): void
  }
  const lockfile: { lock(file: string, options: LockOptions): Promise<() => Promise<void>> }
  export default lockfile
}

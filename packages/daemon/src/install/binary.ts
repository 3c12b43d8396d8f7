import { closeSync, openSync, readSync } from 'node:fs'

/** e_machine of the ELF standard, cputype of Mach-O, Machine of PE, by Node's names. */
const ELF: Record<number, string> = { 3: 'ia32', 40: 'arm', 62: 'x64', 183: 'arm64', 243: 'riscv64' }
const MACH_O: Record<number, string> = { 0x0100_0007: 'x64', 0x0100_000c: 'arm64' }

export interface Platform {
  platform: string
  /** Empty: one that we do not know, or several. */
  arch: string
}

/** PURE. What machine a program is built for, from its first bytes; undefined for a script, or what is no program at all. */
export function platformOf(head: Buffer): Platform | undefined {
  if (head.length < 20) return undefined
  const magic = head.readUInt32BE(0)
  // Byte 5 tells the byte order, bytes 18 and 19 the machine.
  if (magic === 0x7f45_4c46) {
    const machine = head[5] === 2 ? head.readUInt16BE(18) : head.readUInt16LE(18)
    return { platform: 'linux', arch: ELF[machine] ?? '' }
  }
  if (magic === 0xcffa_edfe) return { platform: 'darwin', arch: MACH_O[head.readUInt32LE(4)] ?? '' }
  if (magic === 0xcafe_babe) return { platform: 'darwin', arch: '' }
  if (head.toString('latin1', 0, 2) === 'MZ') return { platform: 'win32', arch: '' }
  return undefined
}

/**
 * What a program is built for, if that is not this machine. Asked before it is spawned: what the kernel refuses as no program, libuv's
 * execvp hands to /bin/sh, which then complains about the syntax of a binary (faults.md 27).
 */
export function foreignPlatform(path: string): string | undefined {
  const built = platformOf(readHead(path))
  if (!built) return undefined
  const { platform, arch } = built
  const ours =
    platform === process.platform && (arch === process.arch || (arch === '' && platform !== 'linux'))
  return ours ? undefined : [platform, arch || 'of another machine'].join(' ')
}

/** Empty for a program that may be run and not read. */
function readHead(path: string): Buffer {
  let file
  try {
    file = openSync(path, 'r')
  } catch {
    return Buffer.alloc(0)
  }
  try {
    const head = Buffer.alloc(64)
    return head.subarray(0, readSync(file, head))
  } finally {
    closeSync(file)
  }
}

import { expect, it } from 'vitest'
import { foreignPlatform, platformOf } from './binary.ts'

function head(bytes: number[], machine: number[] = [], at = 18): Buffer {
  const buffer = Buffer.alloc(64)
  buffer.set(bytes)
  buffer.set(machine, at)
  return buffer
}
const ELF = [0x7f, 0x45, 0x4c, 0x46, 2, 1]

it.each([
  ['ELF, x64', head(ELF, [62, 0]), { platform: 'linux', arch: 'x64' }],
  ['ELF, arm64', head(ELF, [183, 0]), { platform: 'linux', arch: 'arm64' }],
  ['ELF, big-endian', head([0x7f, 0x45, 0x4c, 0x46, 2, 2], [0, 21]), { platform: 'linux', arch: '' }],
  ['Mach-O, arm64', head([0xcf, 0xfa, 0xed, 0xfe, 0x0c, 0, 0, 1]), { platform: 'darwin', arch: 'arm64' }],
  ['Mach-O, both', head([0xca, 0xfe, 0xba, 0xbe]), { platform: 'darwin', arch: '' }],
  ['PE', head([0x4d, 0x5a]), { platform: 'win32', arch: '' }],
  ['a script', Buffer.from('#!/usr/bin/env node\nhello'), undefined],
  ['nothing', Buffer.alloc(0), undefined],
])('fault 27: %s', (_, bytes, platform) => expect(platformOf(bytes)).toEqual(platform))

it('what runs here is not foreign', () => {
  expect(foreignPlatform(process.execPath)).toBeUndefined()
})

import { expect, test } from 'vitest'
import { readFacade, withoutFacades } from './skip-facades.mjs'

test.each([
  ['export{t as default}from"./session-Du1.js";', { chunk: 'session-Du1.js', names: [['default', 't']] }],
  [
    'export{t as a,b}from`./x-1.js`\n',
    {
      chunk: 'x-1.js',
      names: [
        ['a', 't'],
        ['b', 'b'],
      ],
    },
  ],
  // What does something besides is no mere sign.
  ['import"./x-1.js";export{t as a}from"./y-1.js";', null],
  ['export{t as a}from"./y-1.js";run();', null],
  ['const a=1;export{a};', null],
])('%s', (code, facade) => {
  expect(readFacade(code)).toEqual(facade)
})

const facades = new Map([
  [
    'session-A.js',
    {
      chunk: 'session-B.js',
      names: [
        ['default', 't'],
        ['x', 'u'],
      ],
    },
  ],
])

test('what loads such a file loads its chunk, under the same names', () => {
  const code = 'const d=["./session-A.js","./other.js"];f(()=>import(`./session-A.js`)),import("./other.js")'
  expect(withoutFacades(code, facades)).toBe(
    'const d=["./session-B.js","./other.js"];f(()=>import(`./session-B.js`).then(m=>({default:m.t,x:m.u}))),import("./other.js")',
  )
})

test('a file that is needed otherwise ends the build', () => {
  expect(() => withoutFacades('import{a}from"../session-A.js"', facades)).toThrow('session-A.js')
})

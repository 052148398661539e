import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { keepPlace, readPlace } from './window-place.ts'

const screen = { x: 0, y: 0, width: 1366, height: 728 }
const second = { x: 1366, y: 0, width: 1920, height: 1040 }
const place = { x: 1500, y: 20, width: 1200, height: 700, maximised: true }

let file: string
beforeEach(() => {
  file = join(mkdtempSync(join(tmpdir(), 'quartet place ')), 'window.json')
})
afterEach(() => rmSync(join(file, '..'), { recursive: true }))

describe('the window’s place', () => {
  it('is kept', () => {
    keepPlace(file, place)
    expect(readPlace(file, [screen, second])).toEqual(place)
  })

  it('is forgotten when its screen is gone, or it cannot be caught there', () => {
    keepPlace(file, place)
    expect(readPlace(file, [screen])).toBeNull()
    for (const lost of [{ x: 1300 }, { x: -1150 }, { y: -1 }, { y: 700 }]) {
      keepPlace(file, { ...place, x: 10, ...lost })
      expect(readPlace(file, [screen])).toBeNull()
    }
  })

  it('is forgotten when the file is none of ours, or the folder is gone', () => {
    expect(readPlace(file, [screen])).toBeNull()
    for (const text of ['', '[]', '{"x":"1"}', JSON.stringify({ ...place, width: 3 })]) {
      writeFileSync(file, text)
      expect(readPlace(file, [screen, second])).toBeNull()
    }
    expect(() => keepPlace(join(file, 'absent', 'window.json'), place)).not.toThrow()
  })
})

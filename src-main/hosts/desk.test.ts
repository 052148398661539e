import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { testFolder } from '../database/testing.ts'
import { localToday } from '../domain/clock.ts'
import { deskClock, homeFolder, readyHome } from './desk.ts'

describe('the desk', () => {
  it('keeps its own where each system keeps such things', () => {
    expect(homeFolder({ APPDATA: 'C:\\Users\\officer\\AppData\\Roaming' }, 'win32', 'C:\\Users\\officer')).toBe(
      'C:\\Users\\officer\\AppData\\Roaming\\Quartet',
    )
    expect(homeFolder({}, 'darwin', '/Users/officer')).toBe('/Users/officer/Library/Application Support/Quartet')
    expect(homeFolder({ XDG_DATA_HOME: '' }, 'linux', '/home/officer')).toBe('/home/officer/.local/share/quartet')
    expect(homeFolder({ XDG_DATA_HOME: '/own/files' }, 'linux', '/home/officer')).toBe('/own/files/quartet')
    expect(homeFolder({ QUARTET_HOME: '/elsewhere', APPDATA: 'C:\\' }, 'win32', 'C:\\')).toBe('/elsewhere')
  })

  it('makes its folder, and refuses a place that cannot be one', () => {
    const home = join(testFolder(), 'first', 'day')
    expect(readyHome(home)).toBe(home)
    expect(existsSync(home)).toBe(true)
    const taken = join(home, 'taken')
    writeFileSync(taken, '')
    for (const place of [taken, join(taken, 'below')]) expect(() => readyHome(place)).toThrow(/^Quartet may not save its settings in the folder /)
  })

  it('stands on the day it is told, or on today', () => {
    expect(localToday(deskClock({ QUARTET_TODAY: '2016-06-21' }))).toBe('2016-06-21')
    const before = Date.now()
    expect(deskClock({}).now().getTime()).toBeGreaterThanOrEqual(before)
  })

  it.each(['21/06/2016', '2016-13-01', 'soon'])('refuses %s as a day', (today) => {
    expect(() => deskClock({ QUARTET_TODAY: today })).toThrow('which is no date')
  })
})

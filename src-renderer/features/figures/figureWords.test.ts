import { describe, expect, it } from 'vitest'
import type { DsgMethod, FigureSettings } from '../../../src-main/api/settings.ts'
import { sides } from './coverageAddress.ts'
import { chartWords, placesWords, wordsOfSide } from './figureWords.ts'

const settings = (dsgMethod?: DsgMethod): FigureSettings => ({ carryOver: true, phasesLeftOut: [], contactKinds: ['visit'], ...(dsgMethod && { dsgMethod }) })
const coverage = (dsgMethod?: DsgMethod) => ({ id: 'dsgCoverage' as const, settings: settings(dsgMethod), numerator: 3, denominator: 5 })

describe('the sides of DSG coverage are called what the chosen method makes them', () => {
  it.each<[DsgMethod | undefined, string[]]>([
    [undefined, ['Attended', 'Did not attend', 'All']],
    ['attended', ['Attended', 'Did not attend', 'All']],
    ['districtMet', ['District’s group has met', 'Has not met', 'All']],
    ['meanAttendance', ['Took a place', 'Took none', 'All with a place']],
  ])('%s', (method, words) => {
    expect(sides.map((side) => wordsOfSide(coverage(method), side))).toEqual(words)
  })

  it('and no other figure’s are', () => {
    expect(sides.map((side) => wordsOfSide({ id: 'visited', settings: settings('districtMet') }, side))).toEqual(['Visited', 'Not visited', 'All'])
    expect(wordsOfSide({ id: 'dsgMeetings', settings: settings() }, 'rest')).toBe('')
  })
})

it('only a figure of places says that its number is not one of schools', () => {
  expect(placesWords(coverage('meanAttendance'))).toBe('The figure counts places at meetings, 3 taken of 5. The lists are of schools: those that took at least one place, and those that had one.')
  expect(placesWords(coverage('districtMet'))).toBeNull()
  expect(placesWords({ ...coverage('meanAttendance'), id: 'visited' })).toBeNull()
})

it('a chart of mean attendance is of places, any other of schools open', () => {
  expect(chartWords('reached', 'meanAttendance')).toEqual({ title: 'Mean attendance at District Strategy Groups', note: 'per cent of places at meetings', none: 'no places' })
  expect(chartWords('reached', 'districtMet').note).toBe('per cent of schools open')
  expect(chartWords('visited', 'meanAttendance').note).toBe('per cent of schools open')
})

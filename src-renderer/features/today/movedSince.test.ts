import { describe, expect, it } from 'vitest'
import type { ExplainedFigure } from '../../../src-main/api/figures.ts'
import { movedSince } from './movedSince.ts'

const share = (group: 'maintained' | 'academy', percent: number | null): ExplainedFigure => ({
  id: 'visited', group, numerator: 0, denominator: 0, percent, text: '', asAt: '2016-06-14', from: '2015-09-01',
  settings: { carryOver: true, phasesLeftOut: [], contactKinds: ['visit'] }, numeratorUrns: [], denominatorUrns: [], title: '', howCounted: '',
})
const pair = (maintained: number | null, academy: number | null) => [share('maintained', maintained), share('academy', academy)]

describe('movedSince', () => {
  it.each([
    [pair(87, 66), pair(81, 62), 'Up 6 and 4 points since the Quartet of 9 May 2016.'],
    [pair(80, 61), pair(81, 62), 'Down 1 and 1 point since the Quartet of 9 May 2016.'],
    [pair(87, 60), pair(81, 62), 'Up 6 and down 2 points since the Quartet of 9 May 2016.'],
    [pair(81, 62), pair(81, 62), 'Unchanged since the Quartet of 9 May 2016.'],
    [pair(81, null), pair(81, 62), ''],
    [[], [], ''],
  ])('%#', (now, then, words) => expect(movedSince(now, then, '2016-05-09')).toBe(words))
})

import { nextTick, ref } from 'vue'
import { describe, expect, it } from 'vitest'
import { readDate, useDateText, writeDate } from './useDateText.ts'

describe('readDate', () => {
  it.each([
    ['21/06/2016', '2016-06-21'],
    ['21/6/2016', '2016-06-21'],
    ['21-06-2016', '2016-06-21'],
    ['21.6.2016', '2016-06-21'],
    ['2016-06-21', '2016-06-21'],
    ['21 June 2016', '2016-06-21'],
    [' 21 jun 2016 ', '2016-06-21'],
    ['Tuesday 21 June 2016', '2016-06-21'],
    ['Tue, 21 June 2016', '2016-06-21'],
    ['1st September 2015', '2015-09-01'],
    ['1 Sept 2015', '2015-09-01'],
    ['29/02/2016', '2016-02-29'],
  ])('reads %s', (text, date) => {
    expect(readDate(text)).toBe(date)
  })

  it.each(['', 'soon', '31/06/2016', '29/02/2015', '06/21/2016', '21/06/16', '21 Juneau 2016', '0/1/2016', '2016'])(
    'does not guess at %j',
    (text) => {
      expect(readDate(text)).toBeNull()
    },
  )
})

describe('writeDate', () => {
  it('writes the day without a nought and the month in full', () => {
    expect(writeDate('2015-09-01')).toBe('1 September 2015')
  })

  it('leaves alone what is no civil date', () => {
    expect(writeDate('Not recorded')).toBe('Not recorded')
  })
})

describe('useDateText', () => {
  it('shows the date written out, and follows it', async () => {
    const date = ref<string | null>('2016-06-21')
    const { text } = useDateText(date)
    expect(text.value).toBe('21 June 2016')
    date.value = '2016-07-04'
    await nextTick()
    expect(text.value).toBe('4 July 2016')
    date.value = null
    await nextTick()
    expect(text.value).toBe('')
  })

  it('takes what was typed when the officer leaves the box', () => {
    const date = ref<string | null>(null)
    const { text, leave } = useDateText(date)
    text.value = '4/7/2016'
    expect(date.value).toBeNull()
    leave()
    expect(date.value).toBe('2016-07-04')
    expect(text.value).toBe('4 July 2016')
  })

  it('keeps both the date and the typed text when the text cannot be read, and says what can', () => {
    const date = ref<string | null>('2016-06-21')
    const { text, problem, leave } = useDateText(date)
    text.value = '31 June 2016'
    leave()
    expect(date.value).toBe('2016-06-21')
    expect(text.value).toBe('31 June 2016')
    expect(problem.value).toContain('21 June 2016')
    text.value = ''
    leave()
    expect(date.value).toBeNull()
    expect(problem.value).toBeUndefined()
  })

  it('forgets the problem when a date is chosen from the calendar', () => {
    const date = ref<string | null>(null)
    const { text, problem, leave, choose } = useDateText(date)
    text.value = 'soon'
    leave()
    choose('2016-06-21')
    expect(problem.value).toBeUndefined()
    expect(text.value).toBe('21 June 2016')
    expect(date.value).toBe('2016-06-21')
  })
})

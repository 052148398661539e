import { describe, expect, it } from 'vitest'
import { csvOf } from './csv.ts'

describe('csvOf', () => {
  it('keeps commas, quotes and line breaks inside their cells, and starts no formula', async () => {
    const file = csvOf([
      ['Line', 'URN', 'Reason'],
      ['7', '=1+1', 'The date "31/06/2016", is none\nat all'],
    ])
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await file.arrayBuffer())
    expect(text).toBe('\uFEFF"Line","URN","Reason"\r\n"7","\'=1+1","The date ""31/06/2016"", is none\nat all"\r\n')
  })
})

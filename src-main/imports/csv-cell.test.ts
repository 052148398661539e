import fc from 'fast-check'
import { parse } from 'csv-parse/sync'
import { describe, expect, it, vi } from 'vitest'
import { openCsv } from './rows.ts'

async function rowsOf(text: string): Promise<string[][]> {
  const csv = await openCsv(new File([text], 'visits.csv'))
  const rows: string[][] = [[...csv.headings]]
  for await (const batch of csv.batches()) rows.push(...batch.rows.map(({ cells }) => [...cells]))
  return rows
}

describe('the cell that is being read', () => {
  it('costs what it holds, however long an earlier one was and however many quotes go astray', async () => {
    const long = 'x'.repeat(100_000)
    const text = `URN,Note\r\n103120,${long}\r\n${'103121,"a"b\r\n'.repeat(20_000)}`
    const asked = vi.spyOn(Buffer, 'allocUnsafe')
    const rows = await rowsOf(text)
    const bytes = asked.mock.calls.reduce((sum, [size]) => sum + size, 0)
    asked.mockRestore()
    expect(rows).toHaveLength(20_002)
    expect(rows[1]).toEqual(['103120', long])
    expect(rows.at(-1)).toEqual(['103121', '"a"b'])
    // Twice: once for the headings, once for the rows; each time pieces are joined and the longest cell is doubled up to.
    expect(bytes).toBeLessThan(text.length * 8)
  })

  it('holds what csv-parse would have read, whatever stands in it', async () => {
    const piece = fc.constantFrom('"', '""', ',', '\n', '\r\n', 'a', 'é', '🏫', ' ', '"b"c', 'x'.repeat(1_100))
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 40 }), async (pieces) => {
        const text = `URN,Note\n103120,${pieces.join('')}\n103121,end\n`
        const options = { delimiter: ',', record_delimiter: ['\r\n', '\n', '\r'], relax_column_count: true, relax_quotes: true }
        const theirs = () => {
          try {
            return parse(text, options).filter((cells) => cells.length > 1 || cells[0]?.trim())
          } catch {
            return null
          }
        }
        const ours = await rowsOf(text).catch(() => null)
        expect(ours).toEqual(theirs())
      }),
    )
  })
})

import type { Page } from '@playwright/test'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import writeWorkbook from 'write-excel-file/node'
import { root } from '../hosts/desk.ts'

export interface GivenFile {
  name: string
  bytes: Buffer
}

/** A register file of the real world, where such files lie beside the project; null where they do not. */
export function realFile(name: string): GivenFile | null {
  const path = join(root, '..', 'shared', 'data', name)
  return existsSync(path) ? { name, bytes: readFileSync(path) } : null
}

export function textFile(name: string, lines: readonly string[]): GivenFile {
  return { name, bytes: Buffer.from(`${lines.join('\r\n')}\r\n`) }
}

/** A workbook as a spreadsheet program saves it; a cell that is a Date is a day. */
export async function workbook(name: string, sheets: Readonly<Record<string, readonly (readonly (string | number | Date)[])[]>>): Promise<GivenFile> {
  const cell = (value: string | number | Date) => {
    if (value instanceof Date) return { value, type: Date, format: 'dd/mm/yyyy' }
    return typeof value === 'number' ? { value, type: Number } : { value, type: String }
  }
  const made = writeWorkbook(Object.entries(sheets).map(([sheet, rows]) => ({ sheet, data: rows.map((row) => row.map(cell)) })))
  return { name, bytes: await made.toBuffer() }
}

/** A small register of invented schools. */
export function inventedRegister(name: string, schools: readonly { urn: string; name: string; pupils: number; status?: string }[]): GivenFile {
  const head = 'URN,LA (code),EstablishmentNumber,EstablishmentName,TypeOfEstablishment (name),EstablishmentStatus (name),OpenDate,PhaseOfEducation (name),NumberOfPupils'
  return textFile(name, [
    head,
    ...schools.map((school, at) =>
      [school.urn, '330', `${9000 + at}`, school.name, 'Community school', school.status ?? 'Open', '01-09-2010', 'Primary', school.pupils].join(','),
    ),
  ])
}

/** Gives the page a file as a drop would: it works in every host, because no dialog of the system is asked. */
export async function dropFile(page: Page, file: GivenFile): Promise<void> {
  const transfer = await page.evaluateHandle(
    ({ name, content }) => {
      const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0))
      const given = new DataTransfer()
      given.items.add(new File([bytes], name))
      return given
    },
    { name: file.name, content: file.bytes.toString('base64') },
  )
  await page.getByText('Drop the file here').dispatchEvent('drop', { dataTransfer: transfer })
}

import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx'

/** Word files as offices make them, for tests: lines, headings and tables. */
export type Part = string | { heading: string; level?: 1 | 2 } | { bold: string } | { bullet: string } | { table: readonly (readonly string[])[] }

export async function wordFile(parts: readonly Part[]): Promise<Buffer> {
  return Buffer.from(await Packer.pack(new Document({ sections: [{ children: parts.map(childOf) }] }), 'uint8array'))
}

function childOf(part: Part): Paragraph | Table {
  if (typeof part === 'string') return new Paragraph(part)
  if ('heading' in part) return new Paragraph({ heading: part.level === 2 ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_1, text: part.heading })
  if ('bold' in part) return new Paragraph({ children: [new TextRun({ text: part.bold, bold: true })] })
  if ('bullet' in part) return new Paragraph({ text: part.bullet, bullet: { level: 0 } })
  return new Table({ rows: part.table.map((cells) => new TableRow({ children: cells.map((text) => new TableCell({ children: [new Paragraph(text)] })) })) })
}

/** Minutes of an invented meeting, as Word's own styles have them, with a table of actions at the end. */
export const STYLED: readonly Part[] = [
  { heading: 'Education Quartet' },
  'Minutes of the meeting held on Monday 9th May 2016 at 2.00pm',
  'Venue: Committee Room 2',
  'Present: Executive Director (Council); Provider director (Provider)',
  'Apologies: Cabinet Member',
  { heading: '1. Welcome', level: 2 },
  'The chair welcomed everyone.',
  { heading: '2. Visit plan', level: 2 },
  '2.1 The provider presented its plan.',
  'The Quartet AGREED that every school be visited by July.',
  'RESOLVED:',
  { bullet: 'That the plan be published.' },
  { bullet: 'That it come back in autumn.' },
  { heading: '3. Any other business', level: 2 },
  'There was none.',
  { table: [['Ref', 'By whom', 'Action agreed', 'By when', 'Item'], ['1', 'Provider director', 'Publish the plan', '10/06/2016', '2'], ['2', 'Data manager', 'Check the list', 'end of term', ''], ['3', '', 'Book a room', '4 July 2016', 'Welcome']] },
]

/** The same trade without a single style: lines that an officer typed. */
export const PLAIN: readonly Part[] = [
  'CONTRACT MANAGEMENT GROUP',
  'Notes of the meeting of 22 February 2016',
  'Present',
  'Commissioning officer, Council',
  'Provider director, Provider',
  'In attendance: Data manager',
  '1. Minutes of the last meeting',
  'The minutes were agreed as a correct record.',
  '2. Posts',
  'Two posts were vacant.',
  'Decision: That both be advertised. Reasons: The plan needs them.',
  'Action: Provider director to advertise both posts by 4 March 2016',
  'ACTION (Data manager): Send the list of posts [by Easter]',
  '3. Schools causing concern',
  'Not for publication: exempt under paragraph 3 of Schedule 12A of the Local Government Act 1972. Public interest: it would harm recovery.',
  'One school was discussed.',
  'Action - write to governors (Executive Director, 11/03/2016)',
]

import { answer } from '../answer.ts'
import { readSettings } from '../settings/queries.ts'
import { fileOf } from './file-of.ts'

export const tableExports = {
  table: answer.exports.table.handler(({ context, input: { format, ...table } }) =>
    fileOf(table, format, { council: readSettings(context.workspace.read).council, today: context.today }),
  ),
}

import { countText } from '../../domain/number-words.ts'
import { noArguments, oneArgument, withWorkspace, type Command } from './command.ts'

/** The key of a row, as `imports list` prints it. */
const ROW_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const list: Command = {
  name: 'imports list',
  usage: '--workspace W',
  options: {},
  async run(given) {
    noArguments(given)
    const imports = await withWorkspace(given, (client) => client.imports.list())
    const lines = imports.map(
      ({ id, fileName, kind, fileDate, at, officer, added, changed, refused, undone }) =>
        `${id}  ${fileName} (${kind}${fileDate === null ? '' : ` of ${fileDate}`}), ${at.slice(0, 10)} by ${officer}: ${countText(added)} added, ${countText(changed)} changed, ${countText(refused)} refused${undone ? ', undone' : ''}`,
    )
    return { document: imports, lines: lines.length > 0 ? lines : ['Nothing has been imported into this workspace.'] }
  },
}

const undo: Command = {
  name: 'imports undo',
  usage: 'ID --workspace W',
  options: {},
  async run(given) {
    const id = oneArgument(given, 'number of an import', ROW_ID)
    const change = await withWorkspace(given, (client) => client.imports.undo({ id }))
    return { document: { id, ...change }, lines: [change.sentence] }
  },
}

export const importHistoryCommands: readonly Command[] = [list, undo]

import { countText } from '../../domain/number-words.ts'
import { noArguments, withWorkspace, type Command } from './command.ts'

const quality: Command = {
  name: 'quality',
  usage: '--workspace W',
  options: {},
  async run(given) {
    noArguments(given)
    const findings = await withWorkspace(given, (client) => client.quality.all())
    const document = findings.map(({ accepted, acceptedBefore: _before, fix, ...finding }) => ({
      ...finding,
      accepted: accepted !== null,
      reason: accepted?.reason ?? null,
      acceptedOn: accepted?.on ?? null,
      acceptedBy: accepted?.by ?? null,
      fix: fix.label,
    }))
    const open = findings.filter(({ accepted }) => accepted === null)
    const lines = [
      ...open.map(({ rule, urn, message }) => `${rule}${urn === null ? '' : ` ${urn}`}: ${message}`),
      open.length === 0 ? 'Nothing is odd.' : `${countText(open.length)} ${open.length === 1 ? 'thing is' : 'things are'} odd.`,
      ...(open.length < findings.length ? [`${countText(findings.length - open.length)} accepted.`] : []),
    ]
    return { document, lines }
  },
}

export const qualityCommands: readonly Command[] = [quality]

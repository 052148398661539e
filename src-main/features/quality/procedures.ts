import type { QualityFinding } from '../../api/quality.ts'
import { countText } from '../../domain/number-words.ts'
import { refuse } from '../../domain/refusal.ts'
import { textSearch } from '../../domain/search-words.ts'
import { answer } from '../answer.ts'
import { acceptFinding, countByRule, deleteAcceptance, findAcceptance, findingsOn, type Judged } from './queries.ts'

function shown({ key, rule, urn, name, message, fix, accepted, acceptedBefore }: Judged): QualityFinding {
  return { key, rule, urn, name, message, fix, accepted, acceptedBefore }
}

export const quality = {
  list: answer.quality.list.handler(({ context: { workspace, today }, input: { rules, accepted, search, offset, limit } }) => {
    const holds = textSearch(search)
    const rows = findingsOn(workspace, today).filter(
      (finding) =>
        (finding.accepted !== null) === accepted &&
        (rules.length === 0 || rules.includes(finding.rule)) &&
        (holds === null || holds(`${finding.urn ?? ''} ${finding.message}`)),
    )
    return { total: rows.length, rows: rows.slice(offset, offset + limit).map(shown) }
  }),

  counts: answer.quality.counts.handler(({ context: { workspace, today } }) => {
    const findings = findingsOn(workspace, today)
    const accepted = findings.filter((finding) => finding.accepted !== null).length
    return { open: findings.length - accepted, accepted, rules: countByRule(findings) }
  }),

  all: answer.quality.all.handler(({ context: { workspace, today } }) => {
    const findings = findingsOn(workspace, today)
    return [...findings.filter(({ accepted }) => accepted === null), ...findings.filter(({ accepted }) => accepted !== null)].map(shown)
  }),

  accept: answer.quality.accept.handler(({ context: { workspace, today }, input }) => {
    const wanted = new Set(input.keys)
    const found = findingsOn(workspace, today).filter(({ key, accepted }) => wanted.has(key) && accepted === null)
    const [first] = found
    if (!first || found.length < wanted.size) refuse('no-such-finding', 'That is no longer odd, or was accepted already. Nothing was changed. Look at the list again.')
    const sentence = found.length === 1 ? `Accepted: ${first.message}` : `${countText(found.length)} findings accepted`
    const { transactionId } = workspace.change(sentence, (db) => {
      for (const finding of found) acceptFinding(db, finding, input.reason, today)
    })
    return { transactionId, sentence }
  }),

  withdraw: answer.quality.withdraw.handler(({ context: { workspace, today }, input }) => {
    if (!findAcceptance(workspace.read, input.id)) refuse('no-such-acceptance', 'That acceptance was withdrawn already. Nothing was changed.')
    const finding = findingsOn(workspace, today).find(({ accepted }) => accepted?.id === input.id)
    const sentence = finding ? `No longer accepted: ${finding.message}` : 'Acceptance withdrawn'
    const { transactionId } = workspace.change(sentence, (db) => deleteAcceptance(db, input.id))
    return { transactionId, sentence }
  }),
}

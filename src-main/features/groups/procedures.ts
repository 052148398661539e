import type { CoreContext } from '../context.ts'
import { dsgMethod } from '../../api/settings.ts'
import { formatDate } from '../../domain/date-words.ts'
import { districtGroupCode } from '../../domain/district-code.ts'
import { explained } from '../../domain/figure-words.ts'
import { countFigures } from '../../domain/figures.ts'
import { SEGMENTS } from '../../domain/group-members.ts'
import { countText } from '../../domain/number-words.ts'
import { refuse } from '../../domain/refusal.ts'
import { answer } from '../answer.ts'
import { questionOf } from '../figures/count-queries.ts'
import { loadFigureFacts } from '../figures/queries.ts'
import { insertDistrictGroup } from '../imports/small-queries.ts'
import { readSettings } from '../settings/queries.ts'
import { bodyCodes, chairOn, chairsOf, changeChair, findSchoolOf, listGroups, setGroupSchool, type StoredGroup } from './queries.ts'
import { groupReader } from './whole-groups.ts'

function reading({ workspace, today }: CoreContext, asAt: string | undefined) {
  const settings = readSettings(workspace.read)
  const question = questionOf(settings, { asAt }, today)
  const facts = loadFigureFacts(workspace.read)
  return { settings, question, facts, read: groupReader(workspace.read, facts, question) }
}

function groupAt({ workspace }: CoreContext, id: string): StoredGroup {
  return listGroups(workspace.read).find((group) => group.id === id) ?? refuse('no-such-group', 'That group is no longer there. It may have been undone since this page was opened.')
}

export const groups = {
  list: answer.groups.list.handler(({ context, input }) => {
    const { settings, question, facts, read } = reading(context, input.asAt)
    const stored = listGroups(context.workspace.read)
    const coverage = dsgMethod.options.map((method) => ({
      method,
      figures: countFigures(facts, { ...question, settings: { ...question.settings, dsgMethod: method } })
        .filter(({ id }) => id === 'dsgCoverage')
        .map((figure) => explained(figure, { provider: settings.provider })),
    }))
    const rows = stored.map((group) => {
      const members = read.members(group)
      const meetings = read.meetings(group)
      return {
        ...read.head(group),
        members: members.length,
        segments: SEGMENTS.map((segment) => ({ segment, members: members.filter((member) => member.segment === segment).length })).filter((one) => one.members > 0),
        rounds: read.rounds(group),
        last: meetings.find(({ date, state }) => date <= question.asAt && state !== 'cancelled') ?? null,
        next: meetings.findLast(({ date, state }) => date > question.asAt && state !== 'cancelled') ?? null,
        neverCame: members.filter((member) => member.attended === 0).length,
      }
    })
    const having = new Set(stored.map((group) => group.district))
    return { asAt: question.asAt, from: question.from, chosen: question.settings.dsgMethod ?? 'attended', coverage, groups: rows, districtsWithout: read.districts().filter((district) => !having.has(district)) }
  }),

  get: answer.groups.get.handler(({ context, input }) => {
    const group = groupAt(context, input.id)
    const { read } = reading(context, input.asAt)
    return { ...read.head(group), chairs: chairsOf(context.workspace.read, group.id), members: read.members(group), meetings: read.meetings(group), left: read.left(group) }
  }),

  setSchool: answer.groups.setSchool.handler(({ context, input }) => {
    const group = groupAt(context, input.id)
    const school = findSchoolOf(context.workspace.read, input.urn) ?? refuse('no-such-school', `There is no school with URN ${input.urn} in the register. Import the register, or check the number.`)
    const comes = input.representative === '' ? '' : `, represented by ${input.representative},`
    const sentence = input.member ? `${school.name} is a member of ${group.name}${comes} from ${formatDate(input.from)}` : `${school.name} is no member of ${group.name} from ${formatDate(input.from)}`
    const { transactionId } = context.workspace.change(sentence, (db) => setGroupSchool(db, group.id, school.id, input, input.from))
    return { transactionId, sentence }
  }),

  setChair: answer.groups.setChair.handler(({ context, input }) => {
    const group = groupAt(context, input.id)
    if (chairOn(context.workspace.read, group.id, input.from) === input.role) refuse('nothing-to-change', `${input.role} chairs ${group.name} on ${formatDate(input.from)} already. Nothing was changed.`)
    const sentence = `${input.role} chairs ${group.name} from ${formatDate(input.from)}`
    const { transactionId } = context.workspace.change(sentence, (db) => changeChair(db, group.id, input.role, input.from))
    return { transactionId, sentence }
  }),

  setUp: answer.groups.setUp.handler(({ context }) => {
    const { read } = reading(context, undefined)
    const having = new Set(listGroups(context.workspace.read).map((group) => group.district))
    const missing = read.districts().filter((district) => !having.has(district))
    if (missing.length === 0) refuse('no-district-without', 'Every district that has open schools has its group. Nothing was changed.')
    const sentence = `${countText(missing.length)} District Strategy ${missing.length === 1 ? 'Group' : 'Groups'} set up`
    const { transactionId } = context.workspace.change(sentence, (db) => {
      const codes = new Set(bodyCodes(db))
      for (const district of missing) {
        const code = districtGroupCode(district, codes)
        codes.add(code)
        insertDistrictGroup(db, { name: `${district} District Strategy Group`, code, district })
      }
    })
    return { transactionId, sentence }
  }),
}

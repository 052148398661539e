import { z } from 'zod'
import paperNarrative from '../../../resources/sample/paper.json' with { type: 'json' }
import { richText } from '../../api/richtext.ts'
import { countingIds, createWorkspace, type Desk, type Workspace, type WriteHandle } from '../../database/index.ts'
import { fixedClock } from '../../domain/clock.ts'
import { usualCategories } from '../../domain/concern-categories.ts'
import { formatDate } from '../../domain/date-words.ts'
import { insertPaper } from '../papers/queries.ts'
import { defaultSettings, markAsSample, saveSettings } from '../settings/queries.ts'
import { sampleAttendance } from './attendance.ts'
import { sampleCharges } from './charges.ts'
import { sampleBodies, sampleMeetings } from './committee.ts'
import { sampleConcerns } from './concerns.ts'
import { sampleNeeds, type SampleNeeds } from './needs.ts'
import { samplePackages } from './packages.ts'
import { insertAttendance, insertBodies, insertJudgements, insertLinks, insertMeetings, insertRecords, insertTypes, insertVisits, type Ids } from './queries.ts'
import { allRecords, type SampleRecord, type SampleRegister } from './school-line.ts'
import { sampleRegister } from './school-lines.ts'
import { particularsMaker, type KnownOfSchool } from './school-particulars.ts'
import { sampleSeed, type SampleSeed } from './seed.ts'
import { insertCharges, insertConcerns, insertPackages } from './support-queries.ts'
import { sampleVisits } from './visits.ts'

/** The civil date on which the sample workspace stands still. */
export const SAMPLE_TODAY = sampleSeed.plan.today

/** The committee meeting that the sample's paper is for, and the date its figures are counted as at. */
const COMMITTEE = '2016-06-21'

/** The sample's own clock, ids and officer: the same rows, and the same history, come out at every run. */
function sampleDesk(): Desk {
  return { clock: fixedClock(`${SAMPLE_TODAY}T09:00:00.000Z`), newId: countingIds(), officer: () => 'Sample workspace' }
}

/**
 * Makes the sample workspace: invented schools with two years of visits, their groups and committees in the spring and
 * summer of 2016, and the paper of 21 June 2016 in draft. Its changes cannot be undone one by one.
 *
 * @param file where the workspace goes; refuses as `createWorkspace` does where a file stands there already
 */
export function createSample(file: string): Workspace {
  return createWorkspace(file, sampleDesk(), (workspace) => fillSample(workspace, sampleSeed))
}

function fillSample(workspace: Workspace, seed: SampleSeed): void {
  const register = sampleRegister(seed)
  const needs = sampleNeeds(seed, register.lines)
  const write = <T>(summary: string, work: (db: WriteHandle) => T): T => workspace.change(summary, work, { final: true }).result

  write('Sample settings written', (db) => {
    saveSettings(db, { ...defaultSettings, contractStart: seed.plan.contractStart })
    markAsSample(db, SAMPLE_TODAY)
    insertTypes(db)
  })
  const schools = write('Sample register written', (db) => writeRegister(db, seed, register, needs))
  write('Sample visits written', (db) => insertVisits(db, sampleVisits(seed, register), schools))
  write('Sample need judgements written', (db) => insertJudgements(db, needs.judgements, schools))
  write('Sample bodies and meetings written', (db) => {
    const bodies = sampleBodies(seed)
    const meetings = insertMeetings(db, sampleMeetings(seed), bodies, insertBodies(db, bodies, seed.plan.contractStart))
    insertAttendance(db, sampleAttendance(seed, register.lines), meetings, schools)
  })
  write('Sample paper begun', (db) => writePaper(db))
  const packages = samplePackages(seed, register.lines, needs)
  const packageIds = write('Sample support packages written', (db) => insertPackages(db, packages, schools, seed.support.provider))
  write('Sample charges written', (db) => insertCharges(db, seed.support.rates, sampleCharges(seed, packages), packageIds))
  write('Sample concerns written', (db) => insertConcerns(db, usualCategories, sampleConcerns(seed, packages), schools))
}

function writeRegister(db: WriteHandle, seed: SampleSeed, register: SampleRegister, needs: SampleNeeds): Ids {
  const known = new Map<SampleRecord, KnownOfSchool>()
  for (const line of register.lines) {
    for (const record of [line.record, ...line.before]) known.set(record, { requires: needs.requiring.has(line), featured: line.featured })
  }
  const particularsOf = particularsMaker(seed)
  const records = allRecords(register)
  const particularsIn = (record: SampleRecord) => particularsOf(record, known.get(record) ?? { requires: false, featured: null })
  const ids = insertRecords(db, records, particularsIn, seed.plan.registerDate)
  insertLinks(db, register.links)
  return ids
}

const wording = z.object({ sections: z.array(z.object({ key: z.string(), heading: z.string(), document: richText })) })

/** The draft begins with the standing wording, as every new paper does; its figures are live. */
function writePaper(db: WriteHandle): void {
  const { provider, providerAbbreviation } = defaultSettings
  const { sections } = wording.parse(paperNarrative)
  insertPaper(db, {
    title: `Audit Committee ${formatDate(COMMITTEE)}: ${provider}`,
    meetingDate: COMMITTEE,
    asAt: COMMITTEE,
    layout: 'short',
    revisesId: null,
    sections: sections.map((section) => ({ ...section, heading: section.heading.replaceAll('{provider}', providerAbbreviation) })),
  })
}

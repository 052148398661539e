import { describe, expect, it } from 'vitest'
import { packageState } from '../../api/support.ts'
import { isLivePackage, stateAfterStep } from '../../domain/package-state.ts'
import { countPackages, inOrder, packageOn, type PackageEventFact } from '../../domain/package-standing.ts'
import { packageWarnings } from '../../domain/package-warnings.ts'
import { mustExistOn, usualCategories } from '../../domain/concern-categories.ts'
import { sampleConcerns } from './concerns.ts'
import { sampleNeeds } from './needs.ts'
import { samplePackages, type SamplePackage } from './packages.ts'
import { sampleRegister } from './school-lines.ts'
import { sampleSeed } from './seed.ts'

const register = sampleRegister(sampleSeed)
const packages = samplePackages(sampleSeed, register.lines, sampleNeeds(sampleSeed, register.lines))

function factsOf({ events }: SamplePackage): PackageEventFact[] {
  return events.map((event, i) => ({
    id: String(i), kind: event.kind, date: event.date, rag: event.rag ?? null, schoolId: event.successor?.urn ?? null, statute: event.kind === 'escalated' ? 'section60' : null,
    guidance: null, agreedWith: event.agreedWith ?? null, funding: event.funding ?? null, recordedAt: event.date,
  }))
}

describe('packages of the sample', () => {
  it('are in every state, most of them at work', () => {
    const counts = countPackages(packages.flatMap((one) => packageOn(factsOf(one), '2016-06-14')?.state ?? []))
    for (const state of packageState.options) expect(counts[state], state).toBeGreaterThan(1)
    expect(Object.values(counts).reduce((sum, count) => sum + count)).toBe(103)
    expect(counts.active).toBeGreaterThan(50)
  })

  it('come about by legal moves, in their usual order, and not after the sample’s day', () => {
    for (const one of packages) {
      const [, ...moves] = inOrder(factsOf(one))
      let state = packageState.parse('needIdentified')
      for (const { kind } of moves) {
        const next = kind === 'identified' ? null : stateAfterStep(state, kind)
        if (next === null) throw new Error(`${one.judgement.record.name}: ${state} ${kind}`)
        state = next
      }
      expect(packageWarnings(factsOf(one), { plannedStart: one.plannedStart, plannedEnd: one.plannedEnd, judgedOn: one.judgement.decidedOn })).toEqual([])
      for (const { date } of [...one.events, ...one.days]) expect(date < '2016-06-14').toBe(true)
    }
  })

  it('leave something to decide at schools that converted in mid-package, and carried others on', () => {
    const converted = packages.filter((one) => one.judgement.record !== one.line.record && one.judgement.record.closeDate !== null)
    const carried = converted.filter((one) => one.events.some(({ kind }) => kind === 'carriedOn'))
    const live = (one: SamplePackage) => isLivePackage(packageOn(factsOf(one), '2016-06-14')?.state ?? 'stopped')
    expect(carried.length).toBeGreaterThan(0)
    expect(converted.filter((one) => live(one) && !carried.includes(one)).length).toBeGreaterThan(0)
  })

  it('give a warning notice to maintained schools only', () => {
    expect(packages.filter((one) => one.events.some(({ kind }) => kind === 'escalated') && one.line.group === 'academy')).toEqual([])
  })
})

describe('concerns of the sample', () => {
  const concerns = sampleConcerns(sampleSeed, packages)

  it('use only categories that existed on the day of the decision, at maintained schools', () => {
    expect(concerns.length).toBeGreaterThan(20)
    for (const { category, decidedOn, record } of concerns) {
      const known = usualCategories.find(({ name }) => name === category)
      if (!known) throw new Error(`no category ${category}`)
      mustExistOn(known, decidedOn)
      expect(packages.find(({ line }) => line.record === record)?.line.group).toBe('maintained')
    }
  })

  it('have one for each warning notice, on its day', () => {
    const escalated = packages.flatMap(({ events }) => events.filter(({ kind }) => kind === 'escalated').map(({ date }) => date))
    expect(concerns.filter(({ category }) => category === 'Warning notice').map(({ decidedOn }) => decidedOn)).toEqual(escalated)
  })
})

import { chanceFor } from './chance.ts'
import type { SampleSeed } from './seed.ts'

/** Gives each school a name of its own, made of the seed's words in the form that suits its type. */
export type NameMaker = (form: string) => string

/**
 * Names are invented: a stem of two words that mean nothing together ("Alderfold", "Lantern Rise") or a rarely used
 * saint, and then what such schools are called. No stem is used twice.
 */
export function nameMaker({ names, plan, featured }: SampleSeed): NameMaker {
  const chance = chanceFor(plan.seed, 'names')
  const taken = [...names.avoid, ...featured.map(({ name }) => name)].map((name) => name.toLowerCase())
  const free = (stem: string) => !taken.some((name) => name.startsWith(stem.toLowerCase()))
  const joined = names.beginnings.flatMap((first) => names.endings.filter((end) => !first.endsWith(end.charAt(0))).map((end) => first + end))
  const apart = names.places.flatMap((place) => names.features.map((feature) => `${place} ${feature}`))
  const stems = chance.shuffled([...joined, ...apart].filter(free))
  const saints = chance.shuffled(names.saints)
  return (form) => {
    const pattern = chance.pick(names.forms[form] ?? [])
    const word = pattern.includes('{saint}') ? saints.pop() : stems.pop()
    if (word === undefined) throw new Error(`The seed has too few words for names of the form ${form}`)
    return pattern.replace(/\{stem\}|\{saint\}/, word)
  }
}

/** What a school was called before it became an academy. */
export function nameBeforeConversion(name: string): string {
  return name.replace(/ Primary Academy$/, ' Primary School').replace(/ Junior Academy$/, ' Junior School').replace(/ Academy$/, ' School')
}

/** The names of an infant and a junior school that became one primary school. */
export function namesBeforeAmalgamation(name: string): [infant: string, junior: string] {
  const stem = name.replace(/ (Community Primary|Primary School|Primary|Infant School|Junior School)$/, '')
  return [`${stem} Infant School`, `${stem} Junior School`]
}

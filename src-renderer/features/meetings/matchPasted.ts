interface Named {
  urn: string
  name: string
}

/**
 * The schools of a checklist that a pasted list names, a line each: a URN anywhere in the line, else the name. What the
 * checklist does not have, or has twice, comes back in words.
 */
export function matchPasted<School extends Named>(text: string, schools: readonly School[]): { found: School[]; unknown: string[] } {
  const found = new Set<School>()
  const unknown: string[] = []
  for (const line of text.split(/\r?\n/).map((one) => one.trim()).filter(Boolean)) {
    const urn = /(?<!\d)\d{6}(?!\d)/.exec(line)?.[0]
    const name = plain(line.split('\t')[0] ?? line)
    const byUrn = schools.filter((school) => school.urn === urn)
    const exact = byUrn.length > 0 ? byUrn : schools.filter((school) => plain(school.name) === name)
    const fits = exact.length > 0 ? exact : schools.filter((school) => name.split(' ').every((word) => plain(school.name).includes(word)))
    const [only] = fits
    if (fits.length === 1 && only) found.add(only)
    else if (!/^(urn|school|name|school name)$/.test(name)) unknown.push(line.replaceAll('\t', ' '))
  }
  return { found: [...found], unknown }
}

/** A name without what lists differ in: case, accents, apostrophes, full stops. */
function plain(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[\p{M}'’‘.]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase()
}

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { predecessors } from './school-line.ts'
import type { Link } from './school-line.ts'

const line = (links: Link[], urn: string): readonly string[] => predecessors(links)(urn)

test.each<[string, Link[], string[]]>([
  ['no link', [], []],
  ['a predecessor', [{ urn: 'C', linkUrn: 'B', type: 'Predecessor' }], ['B']],
  ['the same seen from the other side', [{ urn: 'B', linkUrn: 'C', type: 'Successor' }], ['B']],
  ['both sides', [{ urn: 'C', linkUrn: 'B', type: 'Predecessor' }, { urn: 'B', linkUrn: 'C', type: 'Successor' }], ['B']],
  ['a merger', [{ urn: 'C', linkUrn: 'B', type: 'Predecessor - merged' }, { urn: 'A', linkUrn: 'C', type: 'Successor - amalgamated' }], ['A', 'B']],
  ['a split', [{ urn: 'C', linkUrn: 'B', type: 'Predecessor - Split School' }, { urn: 'D', linkUrn: 'B', type: 'Predecessor - Split School' }], ['B']],
  ['a chain', [{ urn: 'B', linkUrn: 'A', type: 'Predecessor' }, { urn: 'B', linkUrn: 'C', type: 'Successor' }], ['A', 'B']],
  ['a circle', [{ urn: 'C', linkUrn: 'B', type: 'Predecessor' }, { urn: 'B', linkUrn: 'C', type: 'Predecessor' }], ['B']],
  ['itself', [{ urn: 'C', linkUrn: 'C', type: 'Predecessor' }], []],
  ['case and spacing', [{ urn: 'C', linkUrn: 'B', type: ' PREDECESSOR' }], ['B']],
  ['a successor is not before', [{ urn: 'C', linkUrn: 'B', type: 'Successor' }], []],
  [
    'links of other types',
    ['Result of Amalgamation', 'Sixth Form Centre Link', 'Other', 'Closure', 'Expansion', 'Merged - change in age range'].map((type) => ({ urn: 'C', linkUrn: 'B', type })),
    [],
  ],
])('%s', (_, links, before) => {
  expect(line(links, 'C')).toEqual(before)
})

test('a chain of twenty thousand is followed to the end', () => {
  const urn = (n: number): string => String(100_000 + n)
  const links = Array.from({ length: 20_000 }, (_, n) => ({ urn: urn(n + 1), linkUrn: urn(n), type: 'Predecessor' }))
  expect(line(links, urn(20_000))).toHaveLength(20_000)
})

test('equals the closure found by squaring the relation', () => {
  const urns = ['A', 'B', 'C', 'D', 'E', 'F']
  const types = ['Predecessor', 'Successor', 'Predecessor - merged', 'Other']
  const link = fc.record({ urn: fc.constantFrom(...urns), linkUrn: fc.constantFrom(...urns), type: fc.constantFrom(...types) })
  fc.assert(
    fc.property(fc.array(link, { maxLength: 12 }), (links) => {
      let pairs = new Set(
        links.flatMap(({ urn, linkUrn, type }) => (type === 'Other' ? [] : [type === 'Successor' ? `${linkUrn}<${urn}` : `${urn}<${linkUrn}`])),
      )
      for (let size = -1; size !== pairs.size; ) {
        size = pairs.size
        pairs = new Set([...pairs].flatMap((a) => [a, ...[...pairs].filter((b) => b[0] === a[2]).map((b) => `${a[0]}<${b[2]}`)]))
      }
      const before = predecessors(links)
      for (const urn of urns) expect(before(urn)).toEqual(urns.filter((other) => other !== urn && pairs.has(`${urn}<${other}`)))
    }),
  )
})

import type { Block, ListItem, Paragraph, RichText } from '../../api/richtext.ts'
import type { SampleBody, SampleMeeting, SampleSeed } from './seed.ts'

/** The bodies of the sample: those that the seed names, and a District Strategy Group for every district. */
export function sampleBodies({ bodies, districts }: SampleSeed): SampleBody[] {
  const { name, alias, members, standingItems } = bodies.districtGroup
  const groups = districts.map((district): SampleBody => {
    const named = (text: string) => text.replace('{district}', district.name)
    return {
      name: named(name),
      code: district.code,
      kind: 'districtStrategyGroup',
      statutory: false,
      district: district.name,
      aliases: [named(alias)],
      members: members.map((member) => ({ ...member, role: named(member.role), organisation: named(member.organisation) })),
      standingItems,
    }
  })
  return [...bodies.bodies.map((body) => ({ ...body, district: null })), ...groups]
}

/** Every meeting of the sample by date: the seed's own, and the rounds of the districts that it does not describe. */
export function sampleMeetings(seed: SampleSeed): SampleMeeting[] {
  const described = new Set(seed.meetings.map((meeting) => `${meeting.body} ${meeting.date}`))
  const rounds = seed.districts.flatMap((district, i) => district.rounds.map((date, round) => districtMeeting(seed, district, date, i + round)))
  const meetings = [...seed.meetings, ...rounds.filter((meeting) => !described.has(`${meeting.body} ${meeting.date}`))]
  return meetings.sort((a, b) => (a.date + a.body < b.date + b.body ? -1 : 1))
}

function districtMeeting({ bodies }: SampleSeed, { name, code }: SampleSeed['districts'][number], date: string, turn: number): SampleMeeting {
  const { standingItems, place, time, minutes, priorities } = bodies.districtGroup
  const theme = priorities.slice(turn % priorities.length).concat(priorities).slice(0, 2).join(' and ')
  return {
    body: code,
    date,
    time,
    place: place.replace('{district}', name),
    state: 'held',
    apologies: [],
    agenda: standingItems.map((item, i) => ({
      ...item,
      presenter: `District Lead, ${name}`,
      minutes: (minutes[i] ?? []).map((line) => line.replace('{priorities}', theme)),
      decisions: [],
      actions: [],
    })),
  }
}

/** Lines of the seed as a document: those that begin with "- " are the items of a list. Null where there are none. */
export function documentOf(lines: readonly string[]): RichText | null {
  if (lines.length === 0) return null
  const content: Block[] = []
  let items: ListItem[] | null = null
  for (const line of lines) {
    if (!line.startsWith('- ')) {
      items = null
      content.push(paragraphOf(line))
      continue
    }
    if (items === null) {
      items = []
      content.push({ type: 'bulletList', content: items })
    }
    items.push({ type: 'listItem', content: [paragraphOf(line.slice(2))] })
  }
  return { type: 'doc', content }
}

function paragraphOf(text: string): Paragraph {
  return { type: 'paragraph', content: [{ type: 'text', text }] }
}

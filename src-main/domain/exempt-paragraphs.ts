/** What makes information exempt: the paragraphs of part 1 of Schedule 12A of the Local Government Act 1972, by number. */
export const EXEMPT_PARAGRAPHS: Readonly<Record<number, string>> = {
  1: 'information relating to any individual',
  2: 'information which is likely to reveal the identity of an individual',
  3: 'information relating to the financial or business affairs of any particular person, including the authority holding it',
  4: 'information relating to consultations or negotiations on labour relations',
  5: 'information to which legal professional privilege could be maintained in legal proceedings',
  6: 'information that the authority proposes to give a notice or make an order or direction under an enactment',
  7: 'information relating to action taken or to be taken on the prevention, investigation or prosecution of crime',
}

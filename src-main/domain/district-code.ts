/** "DSG-ERD" for Erdington: the code that stands in the numbers of a District Strategy Group's decisions and actions. */
export function districtGroupCode(district: string, taken: ReadonlySet<string>): string {
  const letters = district
    .normalize('NFD')
    .toUpperCase()
    .replace(/[^A-Z0-9]/gu, '')
  const first = letters.slice(0, 2).padEnd(2, 'X')
  const thirds = [...letters.slice(2), 'X']
  for (const third of thirds) if (!taken.has(`DSG-${first}${third}`)) return `DSG-${first}${third}`
  let number = 2
  while (taken.has(`DSG-${first}${number}`)) number += 1
  return `DSG-${first}${number}`
}

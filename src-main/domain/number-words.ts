const WORDS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'] as const

/** A whole number with thousands separators: "1,234". */
export function countText(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',')
}

/** Zero to twelve in words, as a sentence has them; from there on in digits: "three", "1,234". */
export function numberWords(count: number): string {
  return WORDS[count] ?? countText(count)
}

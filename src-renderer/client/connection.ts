import { readonly, ref } from 'vue'

const lost = ref(false)

/** True once the core has stopped answering; the frame then says so in one sentence, and nothing else changes. */
export const connectionLost = readonly(lost)

/** Called by whatever carries the messages. */
export function setConnectionLost(now: boolean): void {
  lost.value = now
}

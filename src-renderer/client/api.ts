import { createORPCClient, DynamicLink, type ClientContext, type ClientLink } from '@orpc/client'
import { RPCLink as FetchLink } from '@orpc/client/fetch'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import type { ContractRouterClient } from '@orpc/contract'
import type { contract } from '../../src-main/api/contract.ts'
import { PORT_MESSAGE } from '../../src-main/api/host.ts'
import { setConnectionLost } from './connection.ts'
import { takeToken } from './token.ts'

/** All that can be asked of the core, typed by the contract, whichever host carries it. */
export type Api = ContractRouterClient<typeof contract>

const link = window.quartet ? portLink() : Promise.resolve(httpLink())

export const api: Api = createORPCClient(new DynamicLink(() => link))

/** In Electron the window hands over a port to the core, once, soon after the page has loaded. */
function portLink(): Promise<ClientLink<ClientContext>> {
  return new Promise((resolve) => {
    window.addEventListener('message', function take(event) {
      const port = event.ports[0]
      if (event.source !== window || event.data !== PORT_MESSAGE || !port) return
      window.removeEventListener('message', take)
      // The other end closes only when the core's process has ended.
      port.addEventListener('close', () => setConnectionLost(true))
      port.start()
      resolve(new PortLink({ port }))
    })
  })
}

function httpLink(): ClientLink<ClientContext> {
  const token = takeToken(window)
  return new FetchLink({
    url: new URL('/rpc', window.location.origin),
    headers: () => (token === null ? {} : { authorization: `Bearer ${token}` }),
    fetch: async (request, init) => {
      try {
        const response = await globalThis.fetch(request, init)
        // A core that was started again has another token: to this page the one it knew has stopped.
        setConnectionLost(response.status === 401)
        return response
      } catch (error) {
        if (!request.signal.aborted) setConnectionLost(true)
        throw error
      }
    },
  })
}

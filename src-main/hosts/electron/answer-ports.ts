/** Answers every port that main hands over, until main asks for the end. */
import { RPCHandler } from '@orpc/server/message-port'
import type { MessageEvent, MessagePortMain } from 'electron'
import { PORT_MESSAGE } from '../../api/host.ts'
import type { Answering } from '../answering.ts'
import { CLOSE } from './channels.ts'

/** The part of Electron's parent port that is needed here. */
export interface Parent {
  on(event: 'message', listener: (event: Pick<MessageEvent, 'data'> & { ports: Pick<MessagePortMain, 'on' | 'postMessage' | 'start'>[] }) => void): unknown
}

/** Calls `close` once when the parent asks for the end. */
export function answerPorts(parent: Parent, core: Answering, close: () => void): void {
  const handler = new RPCHandler(core.router, {
    // A port lasts as long as its page, and in that time the workspace is changed and midnight passes.
    interceptors: [(question) => question.next({ ...question, context: core.context() })],
  })
  parent.on('message', ({ data, ports: [port] }) => {
    if (data === CLOSE) close()
    if (data !== PORT_MESSAGE || !port) return
    handler.upgrade(port, { context: {} })
    port.start()
  })
}

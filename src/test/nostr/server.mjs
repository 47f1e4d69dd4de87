// A relay of others' (@nostr-relay) on loopback that keeps what it takes in memory. Asked by HTTP, it tells what a client of others'
// (nostr-tools) reads there: only events that this one finds signed, each with the thread that it sees.
// At /hard it is one that wants work done for each event, as some do (NIP-13).
// Says "READY <address>" once it serves, and ends when its standard input does: so it never outlives its test.
import { createServer } from 'node:http'
import { EventRepository, EventUtils } from '@nostr-relay/common'
import { NostrRelay } from '@nostr-relay/core'
import { PowGuard } from '@nostr-relay/pow-guard'
import { Validator } from '@nostr-relay/validator'
import { parse } from 'nostr-tools/nip10'
import { Relay, useWebSocketImplementation } from 'nostr-tools/relay'
import WebSocket, { WebSocketServer } from 'ws'

process.stdin.resume()
process.stdin.on('end', () => process.exit(0))

class Memory extends EventRepository {
  events = new Map()
  isSearchSupported = () => false
  find = (filter) => [...this.events.values()].filter((event) => EventUtils.isMatchingFilter(event, filter))
  destroy = async () => {}

  upsert(event) {
    const isDuplicate = this.events.has(event.id)
    this.events.set(event.id, event)
    return { isDuplicate }
  }
}

// Without its caches, so that each question is answered from what it keeps.
const relay = () => new NostrRelay(new Memory(), { eventHandlingResultCacheTtl: 0, filterResultCacheTtl: 0 })
const open = relay()
const hard = relay().register(new PowGuard(64))
const validator = new Validator()
const address = () => `127.0.0.1:${http.address().port}`

useWebSocketImplementation(WebSocket)

async function read() {
  const client = await Relay.connect(`ws://${address()}`)
  const events = []
  await new Promise((resolve) => {
    client.subscribe([{ kinds: [1] }], { onevent: (event) => events.push(event), oneose: resolve })
  })
  client.close()
  return events.map((event) => ({ ...event, thread: parse(event) }))
}

const http = createServer(async (_, answer) => answer.end(JSON.stringify(await read())))

new WebSocketServer({ server: http }).on('connection', (socket, request) => {
  const relay = request.url === '/hard' ? hard : open
  relay.handleConnection(socket)
  socket.on('close', () => relay.handleDisconnect(socket))
  socket.on('message', async (data) => {
    try {
      await relay.handleMessage(socket, await validator.validateIncomingMessage(data))
    } catch (mistake) {
      socket.send(JSON.stringify(['NOTICE', mistake.message]))
    }
  })
})

http.listen(0, '127.0.0.1', () => console.log(`READY http://${address()}`))

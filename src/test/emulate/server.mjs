// Emulators of others (emulate) in memory, on loopback: `node server.mjs github` or `node server.mjs slack`.
// Says "READY <address>" once it serves, and ends when its standard input does: so it never outlives its test.
import { createServer, Server } from 'node:http'

process.stdin.resume()
process.stdin.on('end', () => process.exit(0))

const service = process.argv[2]
const address = (server) => `http://127.0.0.1:${server.address().port}`

// It would listen on all of the machine's addresses, and at a port that is known before.
const listening = []
const listen = Server.prototype.listen
Server.prototype.listen = function () {
  listening.push(this)
  return listen.call(this, 0, '127.0.0.1')
}

const github = {
  users: [{ login: 'stranger' }, { login: 'harbour-bot' }],
  repos: [
    { owner: 'harbour-bot', name: 'status', private: true },
    { owner: 'harbour-bot', name: 'open' },
    { owner: 'harbour-bot', name: 'quiet', private: true },
  ],
}

const slack = {
  strict_scopes: true,
  team: { name: 'Harbour' },
  users: [{ name: 'harbour-bot' }],
  channels: [{ name: 'backroom', is_private: true }],
}

// A token that is not here is the first user's for GitHub, and an administrator's without any scope for Slack.
const tokens = {
  'made-up-token': { login: 'harbour-bot', scopes: ['repo', 'chat:write', 'channels:history'] },
  'made-up-writer': { login: 'harbour-bot', scopes: ['chat:write'] },
  'made-up-nobody': { login: 'nobody', scopes: ['chat:write'] },
}

const { createEmulator } = await import('emulate')
await createEmulator({ service, baseUrl: 'https://emulated.example.org', seed: { tokens, github, slack } })
const [emulator] = listening
if (!emulator.listening) {
  await new Promise((resolve) => emulator.once('listening', resolve))
}

// docs.slack.dev, apis/web-api: arguments may come in a query, too. This emulator knows POST alone.
async function asPost(request, answer) {
  const asked = new URL(request.url, address(emulator))
  const isGet = request.method === 'GET'
  const body = isGet ? asked.search.slice(1) : Buffer.concat(await request.toArray())
  const type = isGet ? 'application/x-www-form-urlencoded' : request.headers['content-type']
  const headers = { authorization: request.headers.authorization, 'content-type': type }
  const reply = await fetch(address(emulator) + asked.pathname, { method: 'POST', headers, body })
  answer.writeHead(reply.status, { 'content-type': 'application/json' }).end(await reply.text())
}

if (service === 'slack') {
  const door = createServer(asPost).listen()
  door.once('listening', () => console.log(`READY ${address(door)}`))
} else {
  console.log(`READY ${address(emulator)}`)
}

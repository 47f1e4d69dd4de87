// An emulator of Telegram's Bot API by others (telegram-test-api) on loopback, in memory.
// Says "READY <address>" once it serves, and ends when its standard input does: so it never outlives its test.
import TelegramServer from 'telegram-test-api'

process.stdin.resume()
process.stdin.on('end', () => process.exit(0))

const telegram = new TelegramServer({ host: '127.0.0.1' })
telegram.config.port = 0
await telegram.start()
console.log(`READY http://127.0.0.1:${telegram.server.address().port}`)

// A whole server of the AT Protocol with its directory, in memory and temporary folders, on loopback only.
// Says "READY <address>" once it serves, and ends when its standard input does: so it never outlives its test.
import net from 'node:net'

const listen = net.Server.prototype.listen
net.Server.prototype.listen = function (where, ...rest) {
  return typeof where === 'number'
    ? listen.call(this, { port: where, host: '127.0.0.1' }, ...rest.filter((one) => typeof one === 'function'))
    : listen.call(this, where, ...rest)
}

process.stdin.resume()
process.stdin.on('end', () => process.exit(0))

const { TestNetworkNoAppView } = await import('@atproto/dev-env')
const network = await TestNetworkNoAppView.create({ pds: { hostname: 'localhost' } })
console.log(`READY http://127.0.0.1:${network.pds.port}`)

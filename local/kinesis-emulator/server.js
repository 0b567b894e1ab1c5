// Runs kinesalite on loopback with its data on disk, for as long as whoever started it lives.
//
//   node server.js --path <folder> [--port <n>] [--retention-hours <n>]
//
// Says "ready <port>" or "error <why>" on its first line. Ends, with the store closed, when its standard input ends
// (the desk has died) or on SIGTERM. SIGINT is left to the desk: Ctrl-C reaches the whole process group, and the desk
// still needs the streams while it drains.
'use strict'

const { parseArgs } = require('node:util')
const trim = require('./trim')

const { values: options } = parseArgs({
  options: {
    path: { type: 'string' },
    port: { type: 'string', default: '0' },
    'retention-hours': { type: 'string', default: '24' },
  },
})

function giveUp(why) {
  console.log('error ' + String(why).split('\n')[0])
  process.exit(1)
}

let ready = false
process.on('uncaughtException', error => {
  if (!ready) giveUp(error.message)
  // kinesalite throws when a client goes away in the middle of a request; that ends the request, not the streams.
  console.error(error.stack)
})
process.on('SIGINT', () => {})

// The server keeps its store to itself; the trimmer needs the same one, since only one process may open the folder.
const db = require('kinesalite/db')
const create = db.create
let store
db.create = given => (store = create(given))

const server = require('kinesalite')({ path: options.path, createStreamMs: 1, deleteStreamMs: 1, updateStreamMs: 1 })

function stop() {
  server.closeAllConnections()
  server.close(() => process.exit(0))
}

server.on('error', error =>
  giveUp(error.code === 'EADDRINUSE' ? `port ${options.port} is busy: choose another or end who holds it` : error.message))

store.db.open(async error => {
  if (error) giveUp(`the store in ${options.path} can't be opened: ${error.message}`)
  await trim.everyHour(store, Number(options['retention-hours']))
  server.listen(Number(options.port), '127.0.0.1', () => {
    ready = true
    process.on('SIGTERM', stop)
    process.stdin.on('end', stop).on('error', stop).resume()
    console.log('ready ' + server.address().port)
  })
})

// kinesalite forgets a record only when somebody reads past it after 24 hours, which readers at the tip never do. This
// deletes what is older than the retention, so that the folder of a desk that runs for weeks does not grow for ever.
'use strict'

const db = require('kinesalite/db')

const BATCH = 1000
const HOUR_MS = 3600_000

async function trim(store, cutoffMs) {
  for await (const { key: name, value: stream } of store.metaDb.createReadStream()) {
    for (let shard = 0; shard < stream.Shards.length; shard++) {
      await trimShard(store.getStreamDb(name), shard, cutoffMs)
    }
  }
}

// Keys are shard and sequence number, and rise with time: the first that is young enough ends the work.
async function trimShard(records, shard, cutoffMs) {
  const range = { gte: db.shardIxToHex(shard) + '/', lt: db.shardIxToHex(shard + 1) }
  let old = []
  for await (const key of records.createKeyStream(range)) {
    if (db.parseSequence(key.split('/')[1]).seqTime >= cutoffMs) break
    old.push({ type: 'del', key })
    if (old.length === BATCH) {
      await records.batch(old)
      old = []
    }
  }
  if (old.length > 0) await records.batch(old)
}

// Trims now and every hour; the promise is that of the first time.
exports.everyHour = (store, retentionHours) => {
  const run = () =>
    trim(store, Date.now() - retentionHours * HOUR_MS).catch(error => console.error('trimming failed: ' + error.stack))
  setInterval(run, HOUR_MS).unref()
  return run()
}

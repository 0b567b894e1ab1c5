"""Counts recorded captures without any of the product's code: the oracle of ReferenceCapturesTest.

Usage: python3 count_captures.py FOLDER    (needs the zstd command for .zst files)

Prints one line per file: rows, kept, duplicates, malformed, out of order, gaps, missing, steps back of the file's clock.
A row is a line or array element that is not a header, a comment, blank or a line of the recorder about itself. Rules per
stream: ids must rise (a jump is a gap of that many missing ids, filled again when a late row brings one), update chains
must connect (a break is a gap of unknown size), and rows that only have a time must not go back. A row whose identity was
seen is a duplicate; one that is behind and unseen is out of order.
"""
import collections, datetime, gzip, io, json, re, subprocess, sys, zipfile, zoneinfo
from pathlib import Path

UTC = datetime.timezone.utc


def text(path):
    if path.suffix == '.gz':
        return io.TextIOWrapper(gzip.open(path), 'utf-8')
    if path.suffix == '.zip':
        z = zipfile.ZipFile(path)
        return io.TextIOWrapper(z.open(z.namelist()[0]), 'utf-8')
    if path.suffix == '.zst':
        return io.StringIO(subprocess.run(['zstd', '-dcq', str(path)], capture_output=True, check=True).stdout.decode())
    return open(path, encoding='utf-8')


def when(t):
    t = t.strip()
    if re.fullmatch(r'\d{8} \d\d:\d\d:\d\d', t):
        return int(datetime.datetime.strptime(t, '%Y%m%d %H:%M:%S').replace(tzinfo=UTC).timestamp() * 1000)
    if re.fullmatch(r'\d+', t):
        n = int(t)
        return n * 1000 if n < 10**11 else n if n < 10**14 else n // 1000 if n < 10**17 else n // 10**6
    if re.fullmatch(r'\d+\.\d+', t):
        return int(t.replace('.', '')[:13].ljust(13, '0'))
    t = re.sub(r'(\.\d{6})\d+', r'\1', t.replace('Z', '+00:00'))
    d = datetime.datetime.fromisoformat(t)
    d = d if d.tzinfo else d.replace(tzinfo=UTC)
    return (d - datetime.datetime(1970, 1, 1, tzinfo=UTC)) // datetime.timedelta(milliseconds=1)


class Tally:
    def __init__(self):
        self.rows = self.dup = self.bad = self.late = self.back = 0
        self.seen = set()
        self.keys, self.ids, self.chain, self.times = {}, collections.defaultdict(set), {}, collections.defaultdict(list)
        self.breaks = 0
        self.clock = self.top = None
        self.first = self.last = None
        self.silences = []
        self.channels = collections.Counter()

    def tick(self, ms):
        if ms is None:
            return
        if self.clock is not None:
            self.silences.append(max(0, ms - self.top))
            if ms < self.clock:
                self.back += 1
        self.clock = ms
        self.top = ms if self.top is None else max(ms, self.top)
        self.first = ms if self.first is None else min(ms, self.first)
        self.last = ms if self.last is None else max(ms, self.last)

    def row(self, channel, stream, identity, key=None, kind='time', clock=None, chain=None):
        """kind: ids (gaps are missing ids), chain (chain = must equal last key), period (times), time, none"""
        self.rows += 1
        self.channels[channel] += 1
        self.tick(clock)
        name = (stream, identity)
        if identity is not None and name in self.seen:
            self.dup += 1
            return
        if identity is not None:
            self.seen.add(name)
        if kind == 'none':
            return
        top = self.keys.get(stream)
        if top is not None and key < top:
            self.late += 1
        else:
            if kind == 'chain' and top is not None and key != top and not chain(top):
                self.breaks += 1
            self.keys[stream] = key
        if kind == 'ids':
            self.ids[stream].add(key)
        if kind == 'period':
            self.times[stream].append(key)

    def gaps(self):
        n, missing = self.breaks, 0
        for ids in self.ids.values():
            s = sorted(ids)
            for a, b in zip(s, s[1:]):
                if b > a + 1:
                    n, missing = n + 1, missing + b - a - 1
        steps = collections.Counter()
        for t in self.times.values():
            s = sorted(t)
            steps.update(round((b - a) / 1000) for a, b in zip(s, s[1:]))
        if steps:
            step = steps.most_common(1)[0][0] * 1000
            for t in self.times.values():
                s = sorted(t)
                for a, b in zip(s, s[1:]):
                    k = round((b - a) / step)
                    if k > 1:
                        n, missing = n + 1, missing + k - 1
        return n, missing


def binance(t, f, clock, rest=None):
    stream = f.get('stream')
    d = f.get('data', f)
    if 'body' in f:
        d = f['body']
    e = d.get('e')
    if e is None and 'u' in d and 'b' in d:
        e = 'bookTicker'
    if 'lastUpdateId' in d:
        return t.row('depth snapshot', 'depth snapshot ' + str(rest), d['lastUpdateId'], kind='none', clock=clock)
    if e is None:
        return t.row('answer', 'answer', None, kind='none', clock=clock)
    s = stream or d.get('s', d.get('o', {}).get('s', '') if isinstance(d.get('o'), dict) else '') + '@' + e
    ch = stream.split('@', 1)[1] if stream else e
    clock = clock if clock is not None else d.get('E')
    if e == 'aggTrade':
        if 'a' not in d:
            t.rows += 1; t.bad += 1
            return
        t.row(ch, s, d['a'], d['a'], 'ids', clock)
    elif e == 'trade':
        t.row(ch, s, d['t'], d['t'], 'ids', clock)
    elif e == 'bookTicker':
        t.row(ch, s, d['u'], d['u'], 'time', clock)
    elif e == 'depthUpdate':
        ok = (lambda top: d['pu'] == top) if 'pu' in d else (lambda top: d['U'] == top + 1)
        t.row(ch, s, (d['U'], d['u']), d['u'], 'chain', clock, ok)
    elif e in ('kline', 'markPriceUpdate', 'forceOrder', '24hrTicker'):
        t.row(ch, s, json.dumps(d), d['E'], 'time', clock)
    else:
        t.row(ch, s, json.dumps(d), d.get('E'), 'time' if 'E' in d else 'none', clock)


def kraken1(t, f, clock, raw):
    if isinstance(f, dict):
        return t.row(f.get('event'), 'control', None, kind='none', clock=clock)
    ch, pair = f[-2], f[-1]
    times = [x[2] for part in f[1:-2] if isinstance(part, dict) for side in part.values() if isinstance(side, list)
             for x in side if isinstance(x, list) and len(x) > 2] if ch.startswith('book') else \
        [x[2] for x in f[1]] if ch == 'trade' else [f[1][2]] if ch == 'spread' else []
    t.row(ch, ch + ' ' + pair, raw if ch.startswith('book') or ch == 'trade' else None, kind='none',
          clock=clock if clock is not None else max((when(x) for x in times if float(x) > 0), default=None))


def kraken2(t, f, clock, raw):
    ch = f.get('channel', f.get('method'))
    data = f.get('data')
    ts = data[0].get('timestamp') if isinstance(data, list) and isinstance(data[0], dict) else None
    if ch == 'book':
        t.row(ch, 'book ' + data[0]['symbol'], raw, when(ts), 'time', when(ts))
    else:
        t.row(ch, 'control', None, kind='none', clock=when(f['time_out']) if 'time_out' in f else None)


def gemini(t, f, clock, raw):
    ty = f['type']
    if ty == 'trade':
        t.row(ty, 'trade ' + f['symbol'], f['event_id'], f['event_id'], 'time', clock)
    else:
        t.row(ty, ty + ' ' + f.get('symbol', ''), None, kind='none', clock=clock)


def frames(t, path):
    for line in text(path):
        line = line.rstrip('\n')
        if not line.strip():
            continue
        clock = rest = None
        raw = line
        m = re.match(r'(\d{10,19}(?:\.\d+)?):? (?=[{\[])', line)
        r = re.match(r'https?://\S+ -> ([\d.]+): ', line)
        if m:
            clock, raw = when(m[1]), line[m.end():]
        elif r:
            clock, raw = when(r[1]), line[r.end():]
            s = re.search(r'symbol=(\w+)', line[:r.end()])
            rest = s[1] if s else ''
        elif line[0] not in '{[':
            continue
        f = json.loads(raw)
        if isinstance(f, list) or isinstance(f, dict) and 'event' in f:
            kraken1(t, f, clock, raw)
        elif 't' in f and 'conn' in f or f.get('t') == 'header':
            if f['t'] == 'recv':
                g = json.loads(f['data'])
                t.row(g['channel'], f['conn'], g['sequence_num'], g['sequence_num'], 'ids', when(g['timestamp']))
        elif 'checksum' in f and 'seq' in f:
            t.row('case', 'case ' + f['symbol'], f['seq'], f['seq'], 'time', when(f['utc']))
        elif 'channel' in f or 'method' in f:
            kraken2(t, f, clock, raw)
        elif 'type' in f and ('symbol' in f or 'timestamp' in f) and 'e' not in f and 'orderId' not in f:
            gemini(t, f, clock, raw)
        else:
            binance(t, f, clock, rest)


LONDON = zoneinfo.ZoneInfo('Europe/London')


def csv(t, path):
    lines = [x.rstrip('\n') for x in text(path)]
    lines = [x for x in lines if x.strip() and not x.startswith('#')]
    head = lines[0].split(',')
    has_head = not re.match(r'[\d.]', lines[0]) and not re.match(r'[A-Z0-9]+,(SELL|BUY),', lines[0])
    h = {n: i for i, n in enumerate(head)} if has_head else {}
    for line in lines[1 if has_head else 0:]:
        c = [x.strip() for x in line.split(',')]
        price = c[h['Price']] if 'TradeId' in h else c[1] if head == ['timestamp', 'price', 'amount'] else '1'
        amount = c[h['Quantity']] if 'TradeId' in h else c[2] if head == ['timestamp', 'price', 'amount'] else '1'
        if float(price) <= 0 or float(amount) <= 0:  # no trade has a price or an amount of nothing
            t.rows += 1; t.bad += 1
        elif 'TradeId' in h:
            t.row('trade', c[h['Symbol']], int(c[h['TradeId']]), int(c[h['TradeId']]), 'ids', when(c[0]))
        elif 'FirstUpdateId' in h:
            U, u = int(c[h['FirstUpdateId']]), int(c[h['FinalUpdateId']])
            pu = int(c[h['FinalUpdateIdInLastStream']]) if 'FinalUpdateIdInLastStream' in h else None
            t.row('depth', c[h['Symbol']], (U, u, c[h['IsAsk']], c[h['Price']]), u, 'chain', when(c[0]),
                  lambda top: pu == top if pu is not None else U == top + 1)
        elif 'liquidated_ntl_pos' in h:
            t.row('liq', '', line, when(c[0]), 'time', when(c[0]))
        elif 'side' in h and 'cost' in h:
            t.row('trade', '', int(c[2]), int(c[2]), 'ids', when(c[1]))
        elif head == ['timestamp', 'price', 'amount']:
            t.row('trade', '', None, when(c[0]), 'time', when(c[0]))
        elif 'contract' in h:
            d = datetime.datetime.fromisoformat(c[0]).replace(tzinfo=LONDON)
            ms = int(d.timestamp() * 1000)
            t.row('candle', (c[1], c[3], c[4]), ms, ms, 'period', ms)
        elif has_head:
            col = next(n for n in ('timestamp_ms', 'time_ms', 'ts', 'timestamp', 'datetime') if n in h)
            ms = when(c[h[col]])
            t.row('row', c[h['symbol']] if 'symbol' in h else c[h['coin']] if 'coin' in h else '', ms, ms, 'period', ms)
        elif len(c) in (12, 13) and c[1] in ('BUY', 'SELL'):
            t.row('liq', '', line, int(c[10]), 'time', int(c[10]))
        elif len(c) in (7, 9) and not c[1][0].isdigit() or len(c) in (7, 9) and c[6] in ('True', 'False'):
            t.row('agg', c[1], int(c[2]), int(c[2]), 'ids', int(c[5]))
        elif path.suffix == '.zip':
            ms = int(c[0]) + lean_day(zipfile.ZipFile(path).namelist()[0])
            t.row('bar', '', ms, ms, 'period', ms)
        elif len(c) == 2:
            t.row('funding', '', when(c[0]), when(c[0]), 'period', when(c[0]))
        else:
            raise SystemExit(f'{path}: {line}')


def document(t, path):
    f = json.load(text(path))
    if isinstance(f, list) and f and isinstance(f[0], dict) and 'start' in f[0]:
        for x in f:
            t.row('candle', '', int(x['start']), int(x['start']) * 1000, 'period', int(x['start']) * 1000)
    elif isinstance(f, dict) and 'ohlc' in f:
        for x in f['ohlc']:
            t.row('candle', '', x['endTime'], x['endTime'], 'period', x['endTime'] - 299_999)
    elif isinstance(f, dict) and isinstance(f.get('data'), list) and f['data'] and 'coinType' in f['data'][0]:
        for x in f['data']:
            t.row('ticker', '', x['symbol'], kind='none', clock=None)
    elif isinstance(f, dict) and f.get('channel') == 'instrument':
        for x in f['data']['assets']:
            t.row('asset', 'a', x['id'], kind='none')
        for x in f['data']['pairs']:
            t.row('pair', 'p', x['symbol'], kind='none')
    elif isinstance(f, dict) and 'time_out' in f:
        t.row('answer', '', None, kind='none', clock=when(f['time_out']))
    else:
        t.row('answer', '', None, kind='none')


def lean_day(name):
    d = re.match(r'(\d{4})(\d\d)(\d\d)_', name)
    return int(datetime.datetime(int(d[1]), int(d[2]), int(d[3]), tzinfo=UTC).timestamp() * 1000)


def count(path):
    t = Tally()
    n = path.name
    if '.csv' in n or n.endswith('.zip'):
        csv(t, path)
    elif n.endswith('.json') or n.endswith('.json.gz'):
        document(t, path)
    else:
        frames(t, path)
    return t


def iso(ms):
    return '-' if ms is None else datetime.datetime.fromtimestamp(ms / 1000, UTC).isoformat(timespec='milliseconds')[:23] + 'Z'


if __name__ == '__main__':
    root = Path(sys.argv[1])
    for p in sorted(root.rglob('*')):
        if not p.is_file() or p.name.endswith('.md') or p.name.startswith('MANIFEST'):
            continue
        t = count(p)
        g, m = t.gaps()
        kept = t.rows - t.dup - t.bad - t.late
        s = max(t.silences, default=0)
        print(f'{p.relative_to(root)}|{t.rows}|{kept}|{t.dup}|{t.bad}|{t.late}|{g}|{m}|{t.back}|{iso(t.first)}|{iso(t.last)}|{s}|{dict(t.channels) if len(t.channels) < 12 else len(t.channels)}')

/** What can go wrong on request: by `MOCK_FAULT`, by `/__mock?fault=…`, or for one call by `?__fault=…`. */
export const FAULTS = ['none', 'down', 'recovering', 'error', 'malformed', 'slow', 'hostile', 'empty', 'live', 'unprotected', 'crash'];

const EVIL = '<img src=x onerror="window.owned=1">';
const SLOW_MS = 3_000;

/** Text of an attacker in every place that a name can come from; asking with that name still finds its owner. */
export const hostile = {
  outward: (text) => text.replaceAll('demo_fast', EVIL.replaceAll('"', '\\"')).replaceAll('usdm-btcusdt-20240808', '</code><script>window.owned=1</script>').replaceAll('ENTRY', '{{7*7}}<b>ENTRY</b>'),
  inward: (value) => value.replaceAll(EVIL, 'demo_fast'),
};

export function knownFault(name) {
  return FAULTS.includes(name) ? name : 'none';
}

/** Carries a fault out on the response; false when the call should be answered as usual. */
export function carryOut(fault, path, response, health) {
  switch (fault) {
    case 'down':
      response.destroy();
      return true;
    case 'recovering':
      send(response, 503, path === '/health' ? health(true) : errorBody('recovering', 'the desk is RECOVERING: rebuilding windows from stored buckets'));
      return true;
    case 'error':
      send(response, 500, errorBody('internal', 'the store did not answer'));
      return true;
    case 'malformed':
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"items": [');
      return true;
    default:
      return false;
  }
}

export const delayOf = (fault) => (fault === 'slow' ? SLOW_MS : 0);

export function send(response, status, body) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' }).end(text);
}

export const errorBody = (code, message) => ({ error: { code, message, details: {}, request_id: 'mock-1' } });

/** Small changes of the truth, for states that the made-up market does not reach by itself. */
export function adjust(fault, path, body) {
  if (fault === 'empty' && Array.isArray(body.items) && path !== '/strategies' && path !== '/rates') return { ...body, items: [], next_cursor: null };
  if (fault === 'live' && path === '/health') return { ...body, mode: 'live', replay: null, synthetic_inputs: [] };
  if (fault === 'unprotected' && path === '/positions') return { ...body, items: body.items.map((item) => ({ ...item, protected: false })) };
  if (fault === 'unprotected' && path === '/health') return { ...body, checks: body.checks.map((check) => (check.name === 'fill_without_stop' ? { ...check, ok: false, detail: '1' } : check)) };
  if (fault === 'crash' && path === '/health') return { ...body, session: { ...body.session, previous_end: 'crash', message: 'The session before ended in a crash: strategies are STOPPED until you start them.' } };
  return body;
}

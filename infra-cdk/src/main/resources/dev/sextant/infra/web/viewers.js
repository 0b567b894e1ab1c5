// Runs at CloudFront before anything else: who isn't in a range sees nothing. Until the desk has accounts this is the
// only thing between its figures and the world.
const ranges = RANGES;

function number(ip) {
  return ip.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
}

function isIn(range, ip) {
  const slash = range.indexOf('/');
  const size = Math.pow(2, 32 - Number(range.substring(slash + 1)));
  return Math.floor(number(ip) / size) === Math.floor(number(range.substring(0, slash)) / size);
}

function handler(event) {
  const request = event.request;
  if (!ranges.some((range) => isIn(range, event.viewer.ip))) {
    return { statusCode: 403, statusDescription: 'Forbidden', headers: { 'cache-control': { value: 'no-store' } } };
  }
  // A path without a dot is one of the dashboard's pages, and they are all in index.html.
  if (!request.uri.startsWith('/api/') && /^(\/[A-Za-z0-9_~-]*)+$/.test(request.uri)) {
    request.uri = '/index.html';
  }
  return request;
}

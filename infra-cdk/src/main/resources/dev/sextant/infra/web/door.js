// Lets into the HTTP API what came through CloudFront: requests that carry the secret which only CloudFront adds.
const { createHash, timingSafeEqual } = require('node:crypto');
const { GetSecretValueCommand, SecretsManagerClient } = require('@aws-sdk/client-secrets-manager');

const digest = (text) => createHash('sha256').update(text).digest();
let expected;

exports.handler = async (event) => {
  if (!expected) {
    const secret = await new SecretsManagerClient().send(new GetSecretValueCommand({ SecretId: process.env.SECRET_ARN }));
    expected = digest(secret.SecretString);
  }
  const given = (event.headers || {})['x-sextant-door'] || '';
  return { isAuthorized: timingSafeEqual(digest(given), expected) };
};

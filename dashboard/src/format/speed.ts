/** A replay's speed for reading: `20` and `20x` become `20×`, a word such as `max` stays a word. */
export function speedText(speed: string): string {
  const plain = speed.replace(/[x×]$/, '');
  return /^[\d.]+$/.test(plain) ? `${plain}×` : speed;
}

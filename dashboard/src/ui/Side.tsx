const MARKS: Readonly<Record<string, readonly [string, string]>> = {
  LONG: ['▲', 'up'],
  BUY: ['▲', 'up'],
  SHORT: ['▼', 'down'],
  SELL: ['▼', 'down'],
};

/** LONG, SHORT, BUY, SELL or FLAT: a shape, a word and a colour. */
export function Side({ side }: { side: string | null }) {
  const [mark, tone] = MARKS[side ?? ''] ?? ['', ''];
  return (
    <span class={`side ${tone}`}>
      {mark !== '' && <span aria-hidden="true">{mark} </span>}
      {side ?? 'none'}
    </span>
  );
}

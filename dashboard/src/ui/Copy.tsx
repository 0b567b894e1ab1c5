import { useState } from 'preact/hooks';

const SHOWN_MS = 1_500;

/** Text that is copied by a click: an id in short form, or a command in full. */
export function Copy({ text, shown = text, label }: { text: string; shown?: string; label: string }) {
  const [said, say] = useState('');
  const copy = () => {
    void copied(text).then((ok) => {
      say(ok ? 'copied' : 'select and copy');
      setTimeout(() => say(''), SHOWN_MS);
    });
  };
  return (
    <button type="button" class="copy" title={`${text}\nclick to copy`} aria-label={`Copy ${label} ${text}`} onClick={copy}>
      <code>{shown}</code>
      <span class="copy-said" role="status">
        {said}
      </span>
    </button>
  );
}

/** False where the browser forbids it (plain HTTP from another machine). */
async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** An id short enough for a table; the whole of it is copied. */
export function CopyId({ id, label }: { id: string | null; label: string }) {
  if (id === null || id === '') return <span title="none">–</span>;
  return <Copy text={id} shown={id.length > 14 ? `${id.slice(0, 8)}…${id.slice(-4)}` : id} label={label} />;
}

import { useParam } from '../state/location';

/** The field that `/` reaches; its text is part of the URL. */
export function Filter({ what }: { what: string }) {
  const [text, setText] = useParam('q');
  return (
    <label class="filter">
      <span class="sr-only">Filter {what}</span>
      <input
        data-filter
        type="search"
        placeholder={`Filter ${what}`}
        value={text}
        autoComplete="off"
        spellcheck={false}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <kbd aria-hidden="true">/</kbd>
    </label>
  );
}

/** Whether every word of the filter is somewhere in the row's text. */
export function matches(filter: string, ...fields: (string | null | undefined)[]): boolean {
  const text = fields.join(' ').toLowerCase();
  return filter.toLowerCase().split(/\s+/).every((word) => text.includes(word));
}

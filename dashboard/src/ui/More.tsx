import type { Paged } from '../api/paged';

/** The end of a list: reads the next older page, or says that there is none. */
export function More<T>({ list, what }: { list: Paged<T>; what: string }) {
  if (list.loadOlder === null) return <p class="note list-end">That is every {what} there is.</p>;
  return (
    <p class="list-end">
      <button type="button" class="quiet" onClick={list.loadOlder}>
        Load older
      </button>
      {list.failed && <span class="warn-text"> That did not work; try again.</span>}
    </p>
  );
}

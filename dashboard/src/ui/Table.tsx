import type { ComponentChildren } from 'preact';

export interface Column<T> {
  readonly head: string;
  /** The unit of the whole column, shown small beside its head. */
  readonly unit?: string;
  readonly cell: (row: T) => ComponentChildren;
  readonly number?: boolean;
  /** Left out on narrow screens: the open row shows it too. */
  readonly wide?: boolean;
  /** Left out on a phone, where another column says it too. */
  readonly roomy?: boolean;
}

interface Props<T> {
  caption: string;
  columns: readonly Column<T>[];
  rows: readonly T[];
  keyOf: (row: T) => string;
  /** The address that a row opens; its first cell becomes the link. */
  href?: (row: T) => string;
  current?: string | null;
}

const classOf = <T,>({ number, wide, roomy }: Column<T>) =>
  [number === true && 'right', wide === true && 'wide', roomy === true && 'no-phone'].filter(Boolean).join(' ');

/** A table with a hidden caption, aligned numbers and rows that `j`, `k` and Enter reach. */
export function Table<T>({ caption, columns, rows, keyOf, href, current = null }: Props<T>) {
  return (
    <div class="table-scroll">
      <table>
        <caption class="sr-only">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.head} scope="col" class={classOf(column)}>
                {column.head}
                {column.unit !== undefined && column.unit !== '' && <span class="unit"> {column.unit}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={keyOf(row)} row={row} columns={columns} href={href?.(row)} current={keyOf(row) === current} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface RowProps<T> {
  row: T;
  columns: readonly Column<T>[];
  href: string | undefined;
  current: boolean;
}

function Row<T>({ row, columns, href, current }: RowProps<T>) {
  return (
    <tr data-row tabIndex={-1} aria-current={current ? 'true' : undefined} class={href === undefined ? '' : 'opens'}>
      {columns.map((column, index) => (
        <td key={column.head} class={classOf(column)}>
          {index === 0 && href !== undefined ? <a href={href}>{column.cell(row)}</a> : column.cell(row)}
        </td>
      ))}
    </tr>
  );
}

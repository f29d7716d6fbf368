import { Subscripts } from './Subscripts.tsx';
import type { Translator } from './translator.ts';

/** A cell: text, or a number with the text that stands for it. */
export type Cell = string | { readonly value: number; readonly text: string };

interface TableTwinProps {
  readonly t: Translator;
  /** What the figure shows, as the table's name. */
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** Whether the name is shown: where several tables stand together. */
  readonly named?: boolean;
}

/** The numbers of a figure as a table, folded away; complete before script, since `<details>` needs none. */
export function TableTwin({ t, name, columns, rows, named = false }: TableTwinProps) {
  return (
    <details class="twin">
      <summary>{named ? t('lab.tableOf', { name }) : t('lab.table')}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must take the keyboard */}
      <section class="table-scroll" tabIndex={0} aria-label={name}>
        <table>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  <Subscripts text={column} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, i) => (
              <tr key={i}>
                {row.map((cell, j) => (
                  <td key={columns[j]}>
                    <Value of={cell} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}

/** A reading: rounded text around the number in full precision. */
export function Value({ of }: { readonly of: Cell }) {
  return <>{typeof of === 'string' ? of : <data value={String(of.value)}>{of.text}</data>}</>;
}

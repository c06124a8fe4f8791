/** A column of a table. Widths in pixels. */
export interface Column {
  id: string;
  label: string;
  width: number;
  align?: 'start' | 'end';
  sortable?: boolean;
  /** The column that tells the rows apart and cannot be hidden. */
  fixed?: boolean;
}

interface Kept {
  widths: Record<string, number>;
  hidden: string[];
  sort: { column: string; descending: boolean } | null;
}

const minWidth = 56;

/** How a person arranged a table: widths, hidden columns, order. Kept in `storage` under `name`. */
export class TableLayout {
  widths = $state<Record<string, number>>({});
  hidden = $state<string[]>([]);
  sort = $state.raw<{ column: string; descending: boolean } | null>(null);
  #name: string;
  #storage: Pick<Storage, 'getItem' | 'setItem'>;

  constructor(name: string, storage: Pick<Storage, 'getItem' | 'setItem'>, sort: Kept['sort'] = null) {
    this.#name = `table:${name}`;
    this.#storage = storage;
    this.sort = sort;
    try {
      const kept = JSON.parse(storage.getItem(this.#name) ?? '{}') as Partial<Kept>;
      this.widths = kept.widths ?? {};
      this.hidden = kept.hidden ?? [];
      this.sort = kept.sort ?? sort;
    } catch {
      // An arrangement that cannot be read is worth nothing: the default stands.
    }
  }

  visible(columns: readonly Column[]): Column[] {
    return columns
      .filter((column) => column.fixed || !this.hidden.includes(column.id))
      .map((column) => ({ ...column, width: this.widths[column.id] ?? column.width }));
  }

  resize(columnId: string, width: number) {
    this.widths[columnId] = Math.max(minWidth, Math.round(width));
    this.#keep();
  }

  toggle(columnId: string) {
    this.hidden = this.hidden.includes(columnId)
      ? this.hidden.filter((id) => id !== columnId)
      : [...this.hidden, columnId];
    this.#keep();
  }

  /** First press ascending, second descending. */
  sortBy(columnId: string) {
    const descending = this.sort?.column === columnId && !this.sort.descending;
    this.sort = { column: columnId, descending };
    this.#keep();
  }

  #keep() {
    const kept: Kept = { widths: this.widths, hidden: this.hidden, sort: this.sort };
    this.#storage.setItem(this.#name, JSON.stringify(kept));
  }
}

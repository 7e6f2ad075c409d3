/** What Fude keeps, and where: one row each in the settings. */
export type StorageName =
  | 'library'
  | 'trash'
  | 'journal'
  | 'history'
  | 'graveyard'
  | 'backups'
  | 'receipts'
  | 'drawings'
  | 'settings';

export interface StoragePlace {
  readonly name: StorageName;
  /** Absolute; need not exist yet. */
  readonly path: string;
  /** Undefined when there is nothing yet. */
  readonly bytes: number | undefined;
}

import type { ErrorCode, Place } from '../../errors.js';
import type { ReadOptions } from '../read-file.js';
import type { PackedTable } from './pack-table.js';

/** What the process apart is asked, as JSON on its command line. */
export interface ApartRequest {
  readonly path: string;
  readonly options: ReadOptions;
  readonly maxMemoryMb: number;
  /** Files, packed or unpacked, over this are refused before they are read. */
  readonly largestBytes: number;
}

/** The head of its answer; the bytes of a table follow it. */
export type ApartAnswer =
  | { readonly kind: 'table'; readonly header: PackedTable['header'] }
  | {
      readonly kind: 'error';
      readonly code: ErrorCode;
      readonly message: string;
      readonly hint: string;
      readonly place: Place;
    };

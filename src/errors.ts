/** The one table of errors: surfaces only render it (design.md: exit 1 a gate refused, 2 usage, 3 an outside system). */
const table = {
  FILE_NOT_FOUND: { status: 404, exit: 2, message: 'The file does not exist.' },
  FILE_UNREADABLE: { status: 422, exit: 2, message: 'The file cannot be read.' },
  FILE_TOO_LARGE: { status: 413, exit: 2, message: 'The file is over a limit.' },
  FORMAT_UNKNOWN: { status: 415, exit: 2, message: 'The format of the file is not known.' },
  NO_RECORDS: { status: 422, exit: 2, message: 'There are no records to work on.' },
  COLUMN_UNKNOWN: { status: 422, exit: 2, message: 'There is no such column.' },
  OUTCOME_AMBIGUOUS: { status: 422, exit: 2, message: 'The outcome needs a value.' },
  ACCOUNT_UNKNOWN: { status: 404, exit: 2, message: 'There is no such account.' },
  PROFILE_INVALID: { status: 422, exit: 2, message: 'The profile is not valid.' },
  VALUE_INVALID: { status: 422, exit: 2, message: 'The value definition is not valid.' },
  MAPPING_INVALID: { status: 422, exit: 2, message: 'The mapping is not valid.' },
  EXPERIMENT_INVALID: { status: 422, exit: 2, message: 'The experiment is not valid.' },
  EXPERIMENT_REFUSED: { status: 409, exit: 1, message: 'The experiment cannot be read.' },
  PROFILE_REFUSED: { status: 409, exit: 1, message: 'The profile refuses to score.' },
  USAGE: { status: 400, exit: 2, message: 'The call is not complete.' },
  WRITE_FAILED: { status: 507, exit: 3, message: 'The output could not be written.' },
  WORKSPACE_UNKNOWN: { status: 404, exit: 2, message: 'There is no workspace here.' },
  WORKSPACE_EXISTS: { status: 409, exit: 2, message: 'There is a workspace here already.' },
  WORKSPACE_VERSION: { status: 409, exit: 2, message: 'The workspace is of another version.' },
  WORKSPACE_LOCKED: { status: 423, exit: 3, message: 'Another process writes to the workspace.' },
  WORKSPACE_DAMAGED: { status: 500, exit: 3, message: 'The workspace is damaged.' },
  SNAPSHOT_UNKNOWN: { status: 404, exit: 2, message: 'There is no such snapshot.' },
  IMPORT_UNKNOWN: { status: 404, exit: 2, message: 'There is no such import.' },
  ENGINE_FAILED: { status: 502, exit: 3, message: 'The database engine failed.' },
} as const satisfies Record<string, { status: number; exit: number; message: string }>;

export type ErrorCode = keyof typeof table;

/** Where the offending value stands. */
export interface Place {
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}

/** An error that a user can act on: what is wrong, with the value; where; and what to do. */
export class AssayError extends Error {
  readonly code: ErrorCode;
  readonly place: Place;
  readonly hint: string;

  /** @param code a row of the table. @param about `detail` names the offending value, `hint` the fix. */
  constructor(code: ErrorCode, about: { detail?: string; hint: string; place?: Place; cause?: unknown }) {
    super(about.detail ?? table[code].message, about.cause === undefined ? undefined : { cause: about.cause });
    this.name = 'AssayError';
    this.code = code;
    this.place = about.place ?? {};
    this.hint = about.hint;
  }

  get status(): number {
    return table[this.code].status;
  }

  get exitCode(): number {
    return table[this.code].exit;
  }
}

/** `file:line:column`, as far as it is known; empty when nothing is. */
export function formatPlace(place: Place): string {
  return [place.file, place.line, place.column].filter((part) => part !== undefined).join(':');
}

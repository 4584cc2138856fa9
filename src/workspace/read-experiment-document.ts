import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseExperiment } from '../activate/experiment/parse-experiment.js';
import { AssayError } from '../errors.js';
import type { Experiment } from '../model/experiment.js';

/** @throws AssayError FILE_NOT_FOUND, FILE_UNREADABLE, or EXPERIMENT_INVALID with line and column. */
export async function readExperimentDocument(path: string): Promise<Experiment> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (cause) {
    const isMissing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
    throw new AssayError(isMissing ? 'FILE_NOT_FOUND' : 'FILE_UNREADABLE', {
      detail: isMissing ? `${path} does not exist.` : `${path} cannot be read.`,
      hint: 'Make one with `assay experiment plan … -o experiment.yaml`.',
      place: { file: path },
      cause,
    });
  }
  return parseExperiment(text, { file: basename(path) });
}

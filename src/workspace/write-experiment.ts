import { printExperiment } from '../activate/experiment/print-experiment.js';
import type { Experiment } from '../model/experiment.js';
import { writeFile } from './write-file.js';

/** @throws AssayError WRITE_FAILED. */
export async function writeExperiment(path: string, experiment: Experiment): Promise<void> {
  await writeFile(path, printExperiment(experiment));
}

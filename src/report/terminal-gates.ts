import type { ProfileView } from './profile-view.js';
import type { TerminalPage } from './terminal-page.js';
import { layOutTable, layOutText } from './terminal-table.js';
import { countHeld, gatesTitle } from './view-gates.js';

/** Gates that hold, with their numbers, in a few lines; those that do not, one by one. */
export function terminalGates({ gates }: Pick<ProfileView, 'gates'>, { width, colors }: TerminalPage): string[] {
  if (gates.length === 0) return [];
  const held = gates.filter(({ passed }) => passed).map(({ name, numbers }) => `${name} ${numbers}`);
  const failed = gates.filter(({ passed }) => !passed);
  return [
    `${colors.bold(`  ${gatesTitle}`)}: ${countHeld(gates)}`,
    ...(held.length > 0 ? layOutText(`${colors.green('✓')} ${held.join(' · ')}`, width) : []),
    ...failed.flatMap(({ name, numbers, sentence, otherwise }) =>
      layOutTable(
        [[colors.red('✗'), `${colors.bold(name)} ${numbers}: ${sentence} ${colors.dim(`→ at most ${otherwise}`)}`]],
        [{ width: 1 }, { width: width - 7 }],
      ),
    ),
  ];
}

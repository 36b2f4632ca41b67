import type { Command } from 'commander';
import { addCompare } from './compare-command.ts';
import { addRecompute } from './recompute-command.ts';

/** Declares the commands that go on from a plan. */
export const addPlanCommands = (program: Command): void => {
  addCompare(program);
  addRecompute(program);
};

import type { Argument, Command, Option } from 'commander';
import { page, table } from './markdown.ts';

const argumentRow = (argument: Argument): string[] => [
  `\`${argument.required ? `<${argument.name()}>` : `[${argument.name()}]`}\``,
  argument.description,
];

const defaultText = ({ defaultValue, defaultValueDescription }: Option): string => {
  if (defaultValueDescription !== undefined) return defaultValueDescription;
  return defaultValue === undefined ? '' : `\`${JSON.stringify(defaultValue)}\``;
};

const optionRow = (option: Option): string[] => [
  `\`${option.flags}\``,
  option.description,
  option.argChoices?.map((choice) => `\`${choice}\``).join(', ') ?? '',
  defaultText(option),
];

/** A command and what lies below it, with its name in full: "percuta plan". */
const sections = (command: Command, parent: string): string[] => {
  const name = parent === '' ? command.name() : `${parent} ${command.name()}`;
  const help = command.createHelp();
  const options = help.visibleOptions(command).filter((option) => option.long !== '--help');
  const inner = command.commands.filter((one) => one.name() !== 'help');
  const own = [
    `## ${name}`,
    command.description(),
    `\`\`\`\n${name} ${command.usage()}\n\`\`\``,
    ...(command.registeredArguments.length === 0
      ? []
      : [table(['argument', 'meaning'], command.registeredArguments.map(argumentRow))]),
    ...(options.length === 0
      ? []
      : [table(['option', 'meaning', 'choices', 'default'], options.map(optionRow))]),
  ].filter((part) => part !== '');
  return [...own, ...inner.flatMap((one) => sections(one, name))];
};

/** The reference of the command line, from the very program that runs. */
export const cliPage = (program: Command): string =>
  page(
    'Command line',
    'Every command with its arguments and options, as the program itself declares them.',
    ...sections(program, ''),
  );

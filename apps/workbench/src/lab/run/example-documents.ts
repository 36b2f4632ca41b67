/** Documents of the examples, read when one is chosen: the Lab starts without them. */
const loaders = import.meta.glob<unknown>(
  [
    '../../../../../examples/*/protocol*.json',
    '../../../../../examples/*/case.json',
    '../../../../../examples/*/device.json',
    '../../../../../examples/lab/*.json',
  ],
  { import: 'default' },
);

const titles = import.meta.glob<string>(
  ['../../../../../examples/*/protocol*.json', '../../../../../examples/lab/*.json'],
  { import: 'title', eager: true },
);

const root = '../../../../../examples/';
/** A protocol of a folder, or one of several: `protocol.json`, `protocol-stops.json`. */
const protocolName = /^(?<folder>[^/]+)\/protocol(?:-(?<own>.+))?\.json$/;

const nameOf = (path: string): string => {
  const inside = path.slice(root.length);
  const { folder, own } = protocolName.exec(inside)?.groups ?? {};
  if (folder === undefined) return inside.replace(/\.json$/, '');
  return own === undefined ? folder : `${folder}/${own}`;
};

/** What is run where nothing was chosen. */
export const firstExample = 'cheek-rf';

interface Example {
  /** As links say it. */
  readonly value: string;
  /** Its title, as the document gives it. */
  readonly label: string;
}

/** Everything that can be run by name and title, what is run first before all else. */
export const examples: readonly Example[] = Object.entries(titles)
  .map(([path, label]) => ({ value: nameOf(path), label }))
  .sort(
    (a, b) =>
      Number(b.value === firstExample) - Number(a.value === firstExample) || a.label.localeCompare(b.label),
  );

const load = async (path: string): Promise<unknown> => {
  const loader = loaders[`${root}${path}`];
  if (loader === undefined) throw new RangeError(`no example has a file ${path}`);
  return loader();
};

const fieldOf = (document: unknown, name: string): unknown =>
  typeof document === 'object' && document !== null ? Reflect.get(document, name) : undefined;

/** A case with the sheets it names put in. */
const caseOf = async (name: string, file: string): Promise<unknown> => {
  const document = await load(`${name}/${file}`);
  const named = fieldOf(document, 'sheets');
  if (!Array.isArray(named)) return document;
  const sheets = await Promise.all(named.map((sheet) => load(`${name}/${String(sheet)}`)));
  return { ...Object(document), sheets };
};

/** A protocol with the files it names put in, as the command line reads it. */
const protocolOf = async (path: string): Promise<unknown> => {
  const protocol = await load(path);
  const [name = ''] = path.split('/');
  const device = fieldOf(protocol, 'device');
  const sheet = fieldOf(device, 'sheet');
  return {
    ...Object(protocol),
    case: await caseOf(name, String(fieldOf(protocol, 'case'))),
    device: typeof sheet === 'string' ? { ...Object(device), sheet: await load(`${name}/${sheet}`) } : device,
  };
};

export const loadExample = async (name: string): Promise<unknown> => {
  const path = Object.keys(titles).find((each) => nameOf(each) === name);
  const inside = path?.slice(root.length) ?? `${name}.json`;
  return protocolName.test(inside) ? protocolOf(inside) : load(inside);
};

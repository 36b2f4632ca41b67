import { describe, expect, test } from 'vitest';
import { setValue } from '../case/set-value.ts';
import { caseDocument } from '../testing/case.ts';
import { problemsOf } from '../testing/problems.ts';
import { protocolDocument } from '../testing/protocol.ts';
import { checkStudy } from './check-study.ts';
import { chunksOf, type StudyRow } from './chunk.ts';
import { layOut } from './lay-out.ts';
import { readStudy, rowCount } from './study.ts';
import { summariseStudy } from './summarise.ts';
import { studyCsv } from './table.ts';

const depth = { path: 'device.depth', values: ['0.5 mm', '1 mm'] };
const documentOf = (...assignments: readonly string[]): unknown =>
  assignments.reduce(setValue, {
    kind: 'percuta study',
    version: 1,
    title: 'test',
    base: protocolDocument(),
    design: { kind: 'grid' },
    columns: [depth, { path: 'case.person.age', from: '20 years', to: '60 years', steps: 3 }],
    outputs: [
      'zones[0].outcome.insertion_depth.median',
      { name: 'inside', path: 'zones[0].inside_envelope' },
    ],
    draws: 16,
    chunk: 4,
  });
const studyWith = (changes: object) => readStudy({ ...Object(documentOf()), ...changes });
const rowsOf = (study: ReturnType<typeof readStudy>): StudyRow[] => {
  const chunks = chunksOf(study, 'input');
  return Array.from({ length: chunks.count }, (_, chunk) => chunks.run(chunk))
    .flat()
    .map((line) => JSON.parse(line));
};

const keys = (document: unknown, input: string): string[] => {
  const { count, key } = chunksOf(readStudy(document), input);
  return Array.from({ length: count }, (_, chunk) => key(chunk));
};

describe('design', () => {
  test('a grid crosses lists with ranges, the last column fastest', () => {
    expect(layOut(readStudy(documentOf())).rows).toEqual([
      ['0.5 mm', '20 years'],
      ['0.5 mm', '40 years'],
      ['0.5 mm', '60 years'],
      ['1 mm', '20 years'],
      ['1 mm', '40 years'],
      ['1 mm', '60 years'],
    ]);
  });

  test.each([
    [{ kind: 'latin hypercube', rows: 10 }, 10],
    [{ kind: 'sobol', samples: 8 }, 32],
    [{ kind: 'morris', trajectories: 3 }, 9],
    [{ kind: 'cohort', members: 7 }, 7],
  ])('%j', (design, count) => {
    const study = studyWith({ design });
    expect(rowCount(study)).toBe(count);
    const { rows } = layOut(study);
    expect(rows).toHaveLength(count);
    for (const [set, age] of rows) {
      expect(depth.values).toContain(set);
      expect(Number.parseFloat(String(age))).toBeGreaterThanOrEqual(20);
      expect(String(age)).toMatch(/ years$/);
    }
  });

  test('a log range divides by ratio, a normal one stays within its bounds, weights are kept', () => {
    const columns = [
      { parameter: 'a', from: '1 mm', to: '100 mm', scale: 'log' },
      { path: 'b', from: 0, to: 10, mean: 9, sd: 3 },
      { path: 'c', values: ['x', 'y'], weights: [1, 3] },
    ];
    const { rows } = layOut(studyWith({ columns, design: { kind: 'latin hypercube', rows: 400 } }));
    const share = (holds: (row: (typeof rows)[number]) => boolean) => rows.filter(holds).length / rows.length;
    // Each column fills 400 intervals evenly, so shares are exact to one interval.
    expect(share(([a]) => Number.parseFloat(String(a)) < 10)).toBeCloseTo(0.5, 2);
    expect(rows.every((row) => Number(row[1]) > 0 && Number(row[1]) < 10)).toBe(true);
    // Phi(-1) to Phi(1/3) about Phi(0): (0.5 - 0.00135)/(0.63056 - 0.00135).
    expect(share((row) => Number(row[1]) < 9)).toBeCloseTo(0.7925, 2);
    expect(share((row) => row[2] === 'y')).toBeCloseTo(0.75, 2);
  });

  test('the members of a cohort do not depend on how many there are', () => {
    const [many, few] = [20, 5].map(
      (members) => layOut(studyWith({ design: { kind: 'cohort', members } })).rows,
    );
    expect(many?.slice(0, 5)).toEqual(few);
  });
});

describe('rows', () => {
  test('each is the run that its inputs describe, whatever chunk it is in', () => {
    const study = readStudy(documentOf());
    const rows = rowsOf(study);
    expect(rows.map(({ row, status }) => [row, status])).toEqual(
      [0, 1, 2, 3, 4, 5].map((row) => [row, 'done']),
    );
    expect(rowsOf(readStudy(documentOf('chunk=1')))).toEqual(rows);
    const one = documentOf(
      'base.device.depth=1 mm',
      'base.case.person.age=40 years',
      'columns[0].values[1]=1 mm',
    );
    expect(rowsOf(readStudy(one))[4]).toEqual(rows[4]);
  });

  test('a combination that the device does not have is kept with its reason', () => {
    const columns = [{ path: 'device.depth', values: ['0.5 mm', '0.6 mm', '9 mm'] }];
    const rows = rowsOf(studyWith({ columns }));
    expect(rows.map(({ status }) => status)).toEqual(['done', 'outside model', 'outside model']);
    expect(rows[1]?.problem).toContain('0.6 mm');
    expect(rows[1]?.outputs['inside']).toBeNull();
  });

  test('a case is planned', () => {
    const columns = [{ path: 'person.phototype', values: ['II', 'V'] }];
    const base = caseDocument();
    // With fewer draws the bound of a chance is above its limit even where none is counted.
    const rows = rowsOf(studyWith({ base, columns, draws: 64, outputs: ['status', 'candidates.length'] }));
    expect(rows.map(({ outputs }) => outputs['status'])).toEqual(['planned', 'planned']);
    expect(Number(rows[0]?.outputs['candidates.length'])).toBeGreaterThan(0);
  });

  test('healing is run where an output asks for it, and left out elsewhere', () => {
    const columns = [{ path: 'device.depth', values: ['0.5 mm'] }];
    const outputs = [{ name: 'healing', path: 'zones[0].healing.status' }];
    const [healed] = rowsOf(studyWith({ columns, outputs }));
    expect(healed?.outputs['healing']).toBe('healed');
  });

  test('keys name everything a chunk depends on', () => {
    const all = [
      ...keys(documentOf(), 'a'),
      ...keys(documentOf(), 'b'),
      ...keys(documentOf('columns[0].values[0]=0.75 mm'), 'a').slice(0, 1),
    ];
    expect(new Set(all).size).toBe(5);
  });
});

describe('results', () => {
  test('numbers stand alone under a head with their unit; text with commas is quoted', () => {
    const columns = [{ name: 'depth, set', path: 'device.depth', values: ['0.5 mm', '0.6 mm'] }];
    const study = studyWith({ columns });
    const [head, first, second] = studyCsv(study, rowsOf(study)).split('\r\n');
    expect(head).toBe(
      'row,status,"depth, set [mm]",zones[0].outcome.insertion_depth.median [mm],inside,problem',
    );
    expect(first).toMatch(/^0,done,0.5,0\.\d+,(true|false),$/);
    expect(second).toMatch(/^1,outside model,0.6,,,".*"$/);
  });

  test('Sobol indices of a study: all of the depth comes from the depth', () => {
    const study = studyWith({
      design: { kind: 'sobol', samples: 8 },
      columns: [depth, { path: 'title', values: ['a', 'b'] }],
    });
    const [tip, inside] = summariseStudy(study, rowsOf(study));
    expect(tip?.unit).toBe('mm');
    expect(tip?.sobol?.['device.depth']?.total.value).toBeGreaterThan(0.5);
    expect(tip?.sobol?.['title']?.total.value).toBe(0);
    expect(inside?.mean).toBeGreaterThanOrEqual(0);
  });

  test('no sensitivity over holes in the design', () => {
    const columns = [{ path: 'device.depth', values: ['0.5 mm', '0.6 mm'] }];
    const study = studyWith({ columns, design: { kind: 'morris', trajectories: 4 } });
    const [tip] = summariseStudy(study, rowsOf(study));
    expect(tip?.morris).toBeUndefined();
    expect(tip?.note).toContain('no sensitivity');
  });
});

describe('bad input', () => {
  test.each([
    ['columns[0].parameter=puncture.gap', 'columns[0]', 'either path or parameter'],
    ['columns[0].from=1 mm', 'columns[0]', 'either values, or from and to'],
    ['columns[0].weights[0]=1', 'columns[0].weights', 'one number for each'],
    ['columns[1].to=60 mm', 'columns[1].to', 'unit of from'],
    ['columns[1].to=10 years', 'columns[1].to', 'above from'],
    ['columns[1].from=x', 'columns[1].from', 'not a number'],
    ['design.kind=bake', 'design.kind', 'cohort'],
    ['outputs[1]=zones[0].outcome.insertion_depth.median', 'outputs', 'twice'],
    ['columns[1].steps=900000', 'columns[1].steps', 'at most 100000'],
  ])('%s is refused at %s', (assignment, path, words) => {
    const problems = problemsOf(() => readStudy(documentOf(assignment)));
    expect(problems.map((problem) => problem.path)).toContain(path);
    expect(JSON.stringify(problems)).toContain(words);
  });

  test.each([
    ['columns[0].path=device.dept', 'columns[0] (device.dept)', 'did you mean "depth"?'],
    ['columns[0].values[1]=1 s', 'columns[0] (device.depth)', 'length'],
    ['columns[1].to=200 years', 'columns[1] (case.person.age)', '120 years'],
    ['outputs[0]=zones[0].outcome.insertion_dept.median', 'outputs[0]', 'did you mean "insertion_depth"?'],
    ['outputs[0]=zones[0].outcome', 'outputs[0]', 'several values'],
    ['parameters=none', 'parameters', 'an object'],
    ['base.device.depth=1 s', 'base: device.depth', 'length'],
  ])('%s is found before anything runs, at %s', (assignment, path, words) => {
    const problems = problemsOf(() => checkStudy(readStudy(documentOf(assignment))));
    expect(problems).toHaveLength(1);
    expect(problems[0]?.path).toBe(path);
    expect(JSON.stringify(problems)).toContain(words.replaceAll('"', '\\"'));
  });

  test('two columns of one field are refused, under whatever names', () => {
    const one = { path: 'device.depth', values: ['0.5 mm'] };
    const columns = [
      { ...one, name: 'a' },
      { ...one, name: 'b' },
    ];
    expect(problemsOf(() => studyWith({ columns }))).toMatchObject([
      { path: 'columns', problem: 'change device.depth twice, of which only the last would count' },
    ]);
  });

  test('a weight of nothing is below what is allowed, and the words say so', () => {
    expect(problemsOf(() => readStudy(documentOf('columns[0].weights[0]=0')))[0]).toMatchObject({
      path: 'columns[0].weights[0]',
      allowed: 'above 0',
    });
  });

  test('an unknown parameter is named with its column', () => {
    const columns = [{ parameter: 'puncture.gab', values: ['1 um'] }];
    expect(problemsOf(() => checkStudy(studyWith({ columns })))).toMatchObject([
      { path: 'columns[0] (puncture.gab)', problem: expect.stringContaining('is not a parameter') },
    ]);
  });

  test('the hash of a study changes with anything in it, and not otherwise', () => {
    const [a, same, other] = ['title=a', 'title=a', 'draws=32'].map((one) =>
      checkStudy(readStudy(documentOf('columns[1].steps=2', one))),
    );
    expect(a).toBe(same);
    expect(a).not.toBe(other);
  });
});

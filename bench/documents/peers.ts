// Documents of other languages, as long as ours, and spoilt in their middle: what each server is made for.
import { repeated, text, type Place, type Scene, type Spoiler } from './scene';

/** A language's document: what repeats, and where one of the repetitions is spoilt. Lines count from the first of the repetition. */
interface Language {
  readonly file: string;
  readonly languageId: string;
  readonly head: readonly string[];
  readonly tail: readonly string[];
  readonly item: (index: number, isLast: boolean) => readonly string[];
  readonly spoiler: Omit<Spoiler, 'file'>;
  readonly completion: Place;
  readonly hover: Place;
}

const JSON_FILE: Language = {
  ...{ file: 'bench.json', languageId: 'json', head: ['{', '  "devices": ['], tail: ['  ]', '}'] },
  item: (index, isLast) => [
    '    {',
    '      "type": "bridge",',
    `      "source": "bridge_${index}",`,
    '      "queues": 4,',
    '      "driver": { "name": "vhost", "rx": 256 },',
    `      "dev": "tap${index}"`,
    isLast ? '    }' : '    },',
  ],
  spoiler: { line: 3, character: '      "queues": 4'.length, insert: 'x' },
  completion: { line: 1, character: 16 },
  hover: { line: 1, character: 9 },
};

/** The server checks no HTML, but the style sheet in it. */
const HTML_FILE: Language = {
  ...{ file: 'bench.html', languageId: 'html', head: ['<!DOCTYPE html>', '<html>', '<body>'] },
  tail: ['</body>', '</html>'],
  item: (index) => [
    `<section id="vif-${index}" class="interface">`,
    ...(index % 50 === 0 ? ['<style>.vif { color: red; width: 10px; }</style>'] : ['  <h2>Interface</h2>']),
    '  <ul>',
    '    <li title="model">virtio</li>',
    `    <li title="dev">tap${index}</li>`,
    '  </ul>',
    '</section>',
  ],
  spoiler: { line: 1, character: '<style>.vif { color: red; width: '.length, insert: ':' },
  completion: { line: 3, character: 5 },
  hover: { line: 3, character: 6 },
};

const YAML_FILE: Language = {
  ...{ file: 'bench.yaml', languageId: 'yaml', head: ['devices:'], tail: [] },
  item: (index) => [
    '  - type: "bridge"',
    `    source: "bridge_${index}"`,
    '    model: virtio',
    '    queues: 4',
    '    driver:',
    '      name: vhost',
    `    dev: "tap${index}"`,
  ],
  spoiler: { line: 0, character: '  - type: "bridge"'.length, insert: 'x' },
  completion: { line: 2, character: 11 },
  hover: { line: 2, character: 6 },
};

const DOCKERFILE: Language = {
  ...{ file: 'Dockerfile', languageId: 'dockerfile', head: ['FROM debian:12', 'WORKDIR /srv'], tail: [] },
  item: (index) => [
    `# interface ${index}`,
    `ENV DEV_${index}=tap${index}`,
    `EXPOSE ${1024 + (index % 60_000)}`,
    `RUN echo \${DEV_${index}} \\`,
    `    && echo bridge_${index}`,
  ],
  spoiler: { line: 2, character: 'EXPOSE 1'.length, insert: 'x' },
  completion: { line: 1, character: 2 },
  hover: { line: 1, character: 2 },
};

const TOML_FILE: Language = {
  ...{ file: 'bench.toml', languageId: 'toml', head: ['title = "domain"', ''], tail: [] },
  item: (index) => [
    '[[interface]]',
    'type = "bridge"',
    `source = "bridge_${index}"`,
    'queues = 4',
    'driver = { name = "vhost", rx = 256 }',
    `dev = "tap${index}"`,
    '',
  ],
  spoiler: { line: 1, character: 'type = "bridge"'.length, insert: 'x' },
  completion: { line: 4, character: 3 },
  hover: { line: 4, character: 2 },
};

export const LANGUAGES = {
  json: JSON_FILE,
  html: HTML_FILE,
  yaml: YAML_FILE,
  dockerfile: DOCKERFILE,
  toml: TOML_FILE,
} as const;

/** A document of a language with so many lines, less than a repetition more or fewer; one near its middle is spoilt. */
export function languageScene(language: keyof typeof LANGUAGES, lines: number): Scene {
  const { file, languageId, head, tail, item, spoiler, completion, hover } = LANGUAGES[language];
  const height = item(0, false).length;
  const count = Math.round((lines - head.length - tail.length) / height);
  // Every fiftieth repetition looks alike in each language.
  const middle = Math.floor(count / 100) * 50;
  const moved = <Found extends Place>(place: Found): Found => ({
    ...place,
    line: head.length + middle * height + place.line,
  });
  const items = repeated(count, (index) => item(index, index === count - 1));
  return {
    lines,
    files: { [file]: text([...head, ...items, ...tail]) },
    open: { [file]: languageId },
    spoiler: { file, ...moved(spoiler) },
    watched: file,
    probe: { completion: moved(completion), hover: moved(hover) },
  };
}

// Builds static/build/: one bundle for each file of src/ and of css/, and the fonts with their style sheets.
import { copyFile, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = path.dirname(fileURLToPath(import.meta.url));
const out = path.join(here, 'build');
const packages = path.join(here, 'node_modules');

// Chinese stands in a sheet of its own: its hundred slices are lazy in a browser, but a PDF renderer reads them all.
const FONTS = {
  'fonts.css': [
    { name: 'noto-serif', sheets: ['400', '400-italic', '700', '700-italic'], subsets: /-(latin|latin-ext|cyrillic|cyrillic-ext)-\d/ },
    { name: 'amiri', sheets: ['400', '400-italic', '700', '700-italic'], subsets: /-arabic-\d/ },
  ],
  'fonts-chinese.css': [{ name: 'noto-serif-sc', sheets: ['400'], subsets: /-\[?\d/ }],
};

async function entries(folder, extension) {
  const names = await readdir(path.join(here, folder)).catch(() => []);
  return names.filter((name) => name.endsWith(extension)).sort().map((name) => path.join(here, folder, name));
}

async function bundle(files) {
  if (!files.length) return;
  await build({
    entryPoints: files, outdir: out, bundle: true, minify: true, format: 'esm', target: 'es2022', sourcemap: false,
    legalComments: 'eof', logLevel: 'warning', external: ['*.woff2', '*.svg', '*.png'],
  });
}

async function faces({ name, sheets, subsets }) {
  const home = path.join(packages, '@fontsource', name);
  const text = (await Promise.all(sheets.map((sheet) => readFile(path.join(home, `${sheet}.css`), 'utf8')))).join('\n');
  const kept = (text.match(/@font-face\s*{[^}]*}/g) ?? []).filter((face) => subsets.test(fileOf(face)));
  if (!kept.length) throw new Error(`No font face was found in @fontsource/${name}. Look at its file names.`);
  await Promise.all(kept.map((face) => copyFile(path.join(home, 'files', fileOf(face)), path.join(out, 'fonts', fileOf(face)))));
  await copyFile(path.join(home, 'LICENSE'), path.join(out, 'fonts', `${name}.LICENSE.txt`));
  return kept.map((face) => face.replace(/src:[^;]*;/, `src: url(fonts/${fileOf(face)}) format('woff2');`));
}

function fileOf(face) {
  return /url\(\.\/files\/([^)]*\.woff2)\)/.exec(face)[1];
}

async function fonts() {
  await mkdir(path.join(out, 'fonts'), { recursive: true });
  for (const [sheet, families] of Object.entries(FONTS)) {
    const rules = (await Promise.all(families.map(faces))).flat();
    await writeFile(path.join(out, sheet), `${rules.join('\n')}\n`);
  }
}

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
await bundle(await entries('src', '.js'));
await bundle(await entries('css', '.css'));
await fonts();

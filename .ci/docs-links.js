import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const pages = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '*.md'], {
  cwd: root,
})
  .toString()
  .split('\0')
  .filter((file) => file && existsSync(path.join(root, file)));

const faults = pages.flatMap((page) => brokenLinks(page));
for (const fault of faults) console.error(fault);
console.log(`${pages.length} pages, ${faults.length} broken links`);
process.exitCode = faults.length === 0 && pages.length > 0 ? 0 : 1;

/**
 * Links to files that are not there, to headings that are not there, and out of the repository.
 * @param {string} page
 * @returns {string[]}
 */
function brokenLinks(page) {
  const text = withoutCode(readFileSync(path.join(root, page), 'utf8'));
  const targets = [...text.matchAll(/\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)/g)].map((match) => match[1] ?? '');
  return targets
    .filter((target) => !/^[a-z][a-z0-9+.-]*:/i.test(target))
    .flatMap((target) => {
      const [file = '', heading] = target.split('#');
      const full = file ? path.resolve(root, path.dirname(page), decodeURIComponent(file)) : path.join(root, page);
      if (path.relative(root, full).startsWith('..')) return [`${page}: ${target} leaves the repository`];
      if (!existsSync(full)) return [`${page}: ${target} does not exist`];
      if (heading && statSync(full).isFile() && !headings(full).includes(heading))
        return [`${page}: ${target} has no such heading`];
      return [];
    });
}

/**
 * @param {string} file
 * @returns {string[]} anchors as GitHub makes them
 */
function headings(file) {
  const seen = new Map();
  return [...withoutCode(readFileSync(file, 'utf8')).matchAll(/^#{1,6}\s+(.+?)\s*#*$/gm)].map((match) => {
    const anchor = (match[1] ?? '')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-');
    const count = seen.get(anchor) ?? 0;
    seen.set(anchor, count + 1);
    return count === 0 ? anchor : `${anchor}-${count}`;
  });
}

/** @param {string} text */
function withoutCode(text) {
  return text.replace(/^(```|~~~)[\s\S]*?^\1/gm, '').replace(/`[^`\n]*`/g, (code) => code.replace(/[[\]()]/g, ' '));
}

// Prints what Zenn's own library makes of each Markdown file, as a JSON array.
import { readFile } from 'node:fs/promises';
import markdownToHtml from 'zenn-markdown-html';

const pages = process.argv.slice(2).map(async (file) => markdownToHtml(await readFile(file, 'utf8')));
process.stdout.write(JSON.stringify(await Promise.all(pages)));

import { problemTable } from '../http/problems.ts';
import { version } from '../version.ts';
import { type DescribedOperation, operations } from './operations.ts';

export const style = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
h2 { margin-top: 2.5rem; border-top: 1px solid #8888; padding-top: 1rem }
code, pre { font: 0.9em ui-monospace, monospace; background: #8882; border-radius: 4px }
code { padding: 0 0.2em } pre { padding: 0.7em; overflow-x: auto } pre code { padding: 0; background: none }
table { border-collapse: collapse; width: 100% } td, th { text-align: left; vertical-align: top; padding: 0.2em 0.8em 0.2em 0 }
td:first-child { white-space: nowrap } summary { cursor: pointer }
`;

/** The routes as a page for people: one file, nothing is loaded from elsewhere and nothing runs in it. */
export function docsPage(): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Piaffe computation service</title><style>${style}</style></head>
<body><h1>Piaffe computation service ${version}</h1>
<p>Recordings of horse-motion sensors in; metrics, series and trends out. It keeps nothing: what is sent is gone with the answer.
Where the service has tokens, send one as <code>Authorization: Bearer</code>. Programs read <a href="openapi.json">openapi.json</a>
(OpenAPI 3.1). In the examples <code>$COMPUTE</code> is the address of this service.</p>
${operations.map(section).join('\n')}
<h2>Problems</h2>
<p>Every problem is <code>application/problem+json</code> (RFC 9457). Tell problems apart by <code>code</code>. A recording that
cannot be used has the code that <code>piaffe analyse</code> gives it, such as <code>no-usable-samples</code>, with the status 422.</p>
${table(Object.entries(problemTable).map(([code, [status, title]]) => [mono(code), `${status}`, escaped(title)]))}
</body></html>
`;
}

function section({
  method,
  path,
  id,
  summary,
  description,
  query,
  takes,
  gives,
  example,
}: DescribedOperation): string {
  const parameters = Object.entries(query?.properties ?? {}).map(
    ([name, { description: what = '', ...schema }]: [
      string,
      { readonly description?: string; readonly enum?: readonly string[] },
    ]) => [
      mono(name),
      escaped(schema.enum === undefined ? what : `${what} ${schema.enum.join(', ')}`.trim()),
    ],
  );
  return `<h2 id="${id}">${mono(`${method.toUpperCase()} ${path}`)}</h2>
<p><strong>${escaped(summary)}.</strong> ${withCode(description)}</p>
<pre><code>${escaped(example)}</code></pre>
${takes.length > 0 ? `<p>Takes ${takes.map(mono).join(', ')}.</p>` : ''}
<p>Gives ${Object.keys(gives).map(mono).join(', ')}.</p>
${parameters.length > 0 ? `<details><summary>What the query may say</summary>${table(parameters)}</details>` : ''}`;
}

const table = (rows: readonly (readonly string[])[]) =>
  `<table>${rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('\n')}</table>`;
const mono = (text: string) => `<code>${escaped(text)}</code>`;
const withCode = (text: string) => escaped(text).replace(/`([^`]*)`/g, '<code>$1</code>');

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

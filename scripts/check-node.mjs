// Run before everything else, so it must itself parse on any Node that knows .mjs: no newer syntax here.
var parts = process.versions.node.split('.');
var version = Number(parts[0]) * 100 + Number(parts[1]);

if (version < 2019) {
  console.error('Fude needs Node 20.19 or newer; this is Node ' + process.versions.node + '.');
  console.error('  Mend it: install a current Node from https://nodejs.org, or run: nvm install 22');
  process.exit(1);
}

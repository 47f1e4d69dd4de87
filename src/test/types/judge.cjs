// Prints, for each {type, body} that it is given, what TypeScript's compiler objects to where the body is assigned to that type of networks.ts.
const { readFileSync } = require("node:fs");
const path = require("node:path");
const ts = require("typescript");

const asked = JSON.parse(readFileSync(0, "utf8"));
const types = path.join(__dirname, "networks.ts");
const bodies = path.join(__dirname, "bodies.ts");
const text = [
  'import type { Answers, Requests } from "./networks";',
  ...asked.map(({ type, body }, i) => `export const body${i}: (Answers & Requests)["${type}"] = ${JSON.stringify(body)};`),
].join("\n");

const options = {
  lib: ["lib.esnext.d.ts"],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  noEmit: true,
  skipLibCheck: true,
  strict: true,
  target: ts.ScriptTarget.ESNext,
  types: [],
};
const host = ts.createCompilerHost(options);
const onDisk = host.getSourceFile;
host.getSourceFile = (name, target) => (name === bodies ? ts.createSourceFile(name, text, target) : onDisk(name, target));

const program = ts.createProgram([bodies], options, host);
const source = program.getSourceFile(bodies);
const said = ({ messageText }) => ts.flattenDiagnosticMessageText(messageText, " ");

const unreadable = [
  ...program.getOptionsDiagnostics(),
  ...program.getSyntacticDiagnostics(source),
  ...program.getSemanticDiagnostics(program.getSourceFile(types)),
];
if (unreadable.length > 0) {
  throw new Error(unreadable.map(said).join("\n"));
}

const objections = asked.map(() => []);
for (const objection of program.getSemanticDiagnostics(source)) {
  objections[source.getLineAndCharacterOfPosition(objection.start).line - 1].push(said(objection));
}
console.log(JSON.stringify(objections));

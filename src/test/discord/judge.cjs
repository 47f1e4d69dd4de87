// Holds a body against Discord's own description of its API (discord-api-spec, made of it): a field that it doesn't know is dropped there, which
// shows. Tells also what a parser of Discord's Markdown by others (discord-markdown-parser) makes of the body's content.
const { readFileSync } = require("node:fs");
const { isDeepStrictEqual } = require("node:util");
const { parse } = require("discord-markdown-parser");

async function judge({ schema, body }) {
  const description = await import("discord-api-spec/zod");
  const { data, error } = description[schema].safeParse(body);
  const issues = (error?.issues ?? []).map((issue) => `${issue.path.join("/")}: ${issue.message}`);
  const unknown = !error && !isDeepStrictEqual(data, body) ? ["a field that is not described"] : [];
  return { issues: [...issues, ...unknown], parsed: parse(body.content, "extended") };
}

judge(JSON.parse(readFileSync(0, "utf8"))).then((judged) => console.log(JSON.stringify(judged)));

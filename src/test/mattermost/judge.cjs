// Tells what Mattermost's own parser makes of a text: the kinds of its nodes, and the words that are left.
const { Parser } = require("@mattermost/commonmark");
const { readFileSync } = require("node:fs");

const walker = new Parser({ minimumHashtagLength: 3 }).parse(readFileSync(0, "utf8")).walker();
const kinds = new Set();
let text = "";

for (let step = walker.next(); step; step = walker.next()) {
  if (step.entering) {
    kinds.add(step.node.type);
    text += step.node.type === "softbreak" ? "\n" : (step.node.literal ?? "");
  }
}

console.log(JSON.stringify({ kinds: [...kinds], text }));

// Prints the kinds of nodes that CommonMark's reference parser finds in the text that it is given, and all that is text in it.
const { Parser } = require("commonmark");
const { readFileSync } = require("node:fs");

const kinds = new Set();
let text = "";
const walker = new Parser().parse(readFileSync(0, "utf8")).walker();
for (let event = walker.next(); event; event = walker.next()) {
  kinds.add(event.node.type);
  if (event.entering && event.node.type === "softbreak") {
    text += "\n";
  } else if (event.entering && event.node.type === "text") {
    text += event.node.literal;
  }
}
console.log(JSON.stringify({ kinds: [...kinds], text }));

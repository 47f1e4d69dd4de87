// Prints what Rocket.Chat's own parser makes of the text that it is given, with everything switched on that a server may switch on.
const { parse } = require("@rocket.chat/message-parser");
const { readFileSync } = require("node:fs");

const katex = { dollarSyntax: true, parenthesisSyntax: true };

console.log(JSON.stringify(parse(readFileSync(0, "utf8"), { colors: true, emoticons: true, katex })));

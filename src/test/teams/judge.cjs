// Prints what Microsoft's own reader of Adaptive Cards reads in the message that it is given, and what it objects to.
const { readFileSync } = require("node:fs");
const cards = require("adaptivecards/dist/adaptivecards.js");

const texts = (card) =>
  [...Array(card.getItemCount()).keys()].map((i) => {
    const block = card.getItemAt(i);
    return [...Array(block.getInlineCount()).keys()].map((j) => block.getInlineAt(j).text).join("");
  });

for (const { content } of JSON.parse(readFileSync(0, "utf8")).attachments) {
  const card = new cards.AdaptiveCard();
  const context = new cards.SerializationContext(cards.Versions.v1_4);
  card.parse(content, context);
  const objections = [...Array(context.eventCount).keys()].map((i) => context.getEventAt(i).message);
  console.log(JSON.stringify({ objections, texts: objections.length ? [] : texts(card) }));
}

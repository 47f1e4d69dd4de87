/* The mute, alarms, deliveries, maintenances, and who commanded what. */
import { field, folded, form, line } from "./forms.js";
import { cards, facts, make, named, part, post, when, words } from "./parts.js";

const mute = document.getElementById("mute");
const muteShown = make("div");
const muteWhy = line({ required: "" });
const muting = form({
  title: "Mute",
  yes: "Mute",
  fields: [field("Why", muteWhy, "For operators only.")],
  order: () => ({ method: "POST", path: "/operator/mute", body: { why: muteWhy.value.trim() } }),
});
const unmuting = form({
  title: "Unmute",
  yes: "Unmute",
  main: true,
  order: () => ({ method: "DELETE", path: "/operator/mute" }),
  question: "What is so now is told from now on, wherever it is told by itself.",
});
const muteFolded = folded("Mute it: nothing automatic becomes public", muting);
mute.append(muteShown, muteFolded, unmuting);

const showMutePart = part(muteShown, (on) => (on
  ? [make("p", {}, make("strong", {}, "Muted."), " Nothing automatic becomes public; people still speak."), facts(["by", on.by], ["since", when(on.since)], ["why", on.why])]
  : make("p", {}, "Not muted: the bot speaks by itself.")));

export const showMute = (on) => {
  showMutePart(on ?? null);
  mute.classList.toggle("waits", Boolean(on));
  muteFolded.hidden = Boolean(on);
  unmuting.hidden = !on;
};

export const showAlarms = cards("alarms", () => {
  const element = make("li", { class: "card waits" });
  return {
    element,
    show: part(element, (alarm) => [
      make("h3", {}, words(alarm.kind ?? "alarm")),
      facts(["since", when(alarm.since)], ["why", alarm.why], ["what helps", alarm.remedy ? make("code", {}, alarm.remedy) : null]),
    ]),
  };
});

const deliveryOrder = (id, verb) => () => ({ method: "POST", path: `/operator/deliveries/${encodeURIComponent(id)}/${verb}` });

export const showDeliveries = cards("deliveries", ({ id }) => {
  const shown = make("div");
  const release = form({
    title: `Release delivery ${id}`,
    yes: "Release",
    order: deliveryOrder(id, "release"),
    question: "It is sent again as it was. If it stands at the network already, it may stand there twice.",
  });
  const drop = form({ title: `Drop delivery ${id}`, yes: "Drop", order: deliveryOrder(id, "drop"), question: "It is never sent again." });
  const decide = make("div", { class: "side" }, release, drop);
  const element = make("li", { class: "card" }, shown, decide);
  const write = part(shown, (one) => [
    make("h3", {}, `${one.channel}, ${one.language}`),
    facts(
      ["state", one.hold ? `${words(one.state)}: ${words(one.hold)}` : words(one.state)],
      ["because", one.note],
      ["tried", one.attempts],
      ["not before", when(one.not_before)],
      ["incident", `${one.incident}, update ${one.update}`],
    ),
    one.text ? post("what it says", one.language, one.text) : null,
  ]);
  return {
    element,
    show: (one) => {
      write(one);
      decide.hidden = one.state !== "held";
      element.classList.toggle("waits", one.state === "held");
    },
  };
});

const inAll = (texts) => Object.entries(texts ?? {}).map(([tag, text]) =>
  (tag === "all" ? make("p", {}, text) : make("p", { lang: tag }, text)));

export const showWorks = cards("works", ({ id }) => {
  const shown = make("div");
  const cancel = form({
    title: `Cancel maintenance ${id}`,
    yes: "Cancel it",
    order: () => ({ method: "POST", path: `/operator/maintenance/${encodeURIComponent(id)}/cancel` }),
    question: "Whoever was told of it is told that it is called off. Failures count again.",
  });
  return {
    element: make("li", { class: "card" }, shown, folded("Cancel it", cancel)),
    show: part(shown, (one) => [
      make("h3", {}, named(one.services)),
      inAll(one.title),
      inAll(one.detail),
      facts(
        ["stage", words(one.stage)],
        ["from", when(one.start)],
        ["until", when(one.end)],
        ["told from", one.told_from ? when(one.told_from) : "it is not told"],
        ["maintenance", one.id],
      ),
    ].flat()),
  };
});

export const isPlanned = (one) => one.stage === "scheduled" || one.stage === "in_progress";

export const showAudit = cards("audit", () => {
  const element = make("li", { class: "entry" });
  return {
    element,
    show: part(element, (one) => [
      make("p", { class: "quiet" }, when(one.at), ` ${one.operator}`),
      make("p", {}, one.order),
      make("p", { class: "quiet" }, one.result),
    ]),
  };
});

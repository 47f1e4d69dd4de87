/* What waits for approval, what is open, and what was: with the reasons that the public is not told. */
import { ask, preview } from "./door.js";
import { choice, field, folded, form, line, texts } from "./forms.js";
import { cards, facts, link, make, named, part, post, services, told, when, words } from "./parts.js";

const OVER = ["resolved", "withdrawn", "completed", "cancelled"];
/* How many services are offered by boxes to tick; of more, their ids are typed. */
const MOST_BOXES = 40;

const at = (id, verb) => `/operator/incidents/${encodeURIComponent(id)}${verb}`;

const order = (id, verb, body = () => ({})) => () => ({ method: "POST", path: at(id, `/${verb}`), body: body() });

const reasoned = (title, yes, given) => {
  const why = line({ required: "" });
  return form({ title, yes, fields: [field("Why", why, "For operators only.")], order: () => given(why.value.trim()) });
};

const drafted = ({ id, draft, foretold }) => [
  make("h3", {}, draft ? named(draft.services) : `Incident ${id}`),
  draft ? facts(
    ["state", words(draft.state)],
    ["since", when(draft.at)],
    ["waits until", when(draft.until)],
    ["approved by", draft.approved_by],
    ["why", draft.why],
    ["incident", id],
  ) : make("p", {}, "Told already where nobody has to approve it; here it waits."),
  make("h4", {}, "What would be told now"),
  ...(foretold.error ? [make("p", {}, foretold.error)] : told(foretold)),
];

const draftCard = ({ id }) => {
  const shown = make("div");
  const title = `Approve incident ${id}`;
  const element = make("li", { class: "card waits" },
    shown,
    form({ title, yes: "Approve", main: true, order: order(id, "approve"), question: "told" }),
    folded("Reject it", reasoned(`Reject incident ${id}`, "Reject", (why) => order(id, "reject", () => ({ why }))())));
  return { element, show: part(shown, drafted) };
};

const where = (delivery) => {
  const place = `${delivery.channel}, ${delivery.language}`;
  const note = delivery.note ? `: ${delivery.note}` : "";
  return [
    delivery.link ? link(delivery.link, place) : place,
    ` ${words(delivery.state)}${note}`,
    delivery.text ? make("blockquote", { lang: delivery.language }, delivery.text) : null,
  ].filter((one) => one !== null);
};

const update = (one) => make("li", {},
  make("p", {}, make("strong", {}, words(one.saying)), " ", when(one.at), one.by ? ` by ${one.by}` : ""),
  Object.entries(one.texts ?? {}).map(([tag, text]) => post(tag, tag, text)),
  facts(["services", named(one.services)], ["status", words(one.status)], ["why", one.why]),
  one.deliveries.length === 0 ? make("p", { class: "quiet" }, "Told on no channel.") : make("details", { "data-key": `told-${one.number}` },
    make("summary", {}, `On ${one.deliveries.length} ${one.deliveries.length === 1 ? "channel" : "channels"}`),
    make("ul", { class: "places" }, one.deliveries.map((delivery) => make("li", {}, where(delivery))))));

const updates = (incident) => make("ol", { class: "updates", reversed: "" }, [...incident.updates].reverse().map(update));

const title = (incident) =>
  incident.services.map((one) => `${services.names.get(one.id) ?? one.id}: ${words(one.state)}`).join(", ") || "Nothing any more";

const incidentFacts = (incident) => facts(
  ["status", words(incident.status)],
  ["began", when(incident.started_at)],
  ["over", incident.resolved_at ? when(incident.resolved_at) : null],
  ["news promised by", incident.next_update_at ? when(incident.next_update_at) : null],
  ["spoken for", incident.in_hands ? "by people: the bot speaks no more of it" : "by the bot"],
  ["latest", words(incident.latest)],
  ["why", incident.why],
  ["incident", incident.id],
);

const opened = (incident) => [
  make("h3", {}, title(incident)),
  incidentFacts(incident),
  incident.updates ? make("details", { "data-key": "updates" }, make("summary", {}, `Updates (${incident.updates.length})`), updates(incident)) : null,
];

const postForm = (id) => {
  const said = texts();
  const status = choice([["", "as it is"], ["investigating", "investigating"], ["identified", "identified"], ["monitoring", "monitoring"]]);
  const body = () => ({ ...said.read(), ...(status.value ? { status: status.value } : {}) });
  return form({
    title: `Post on incident ${id}`,
    yes: "Post",
    fields: [...said.fields, field("Status", status)],
    order: order(id, "post", body),
    question: "told",
  });
};

const endForm = (id, verb, yes) => {
  const said = texts();
  const usual = make("p", { class: "quiet" }, "Without a text it is said in the usual words.");
  return form({ title: `${yes} incident ${id}`, yes, fields: [usual, ...said.fields], order: order(id, verb, said.read), question: "told" });
};

const openCard = ({ id }) => {
  const shown = make("div");
  const element = make("li", { class: "card trouble-card" },
    shown,
    folded("Post", postForm(id)),
    folded("Resolve: it is over", endForm(id, "resolve", "Resolve")),
    folded("Correct: it was a false alarm", endForm(id, "correct", "Correct")));
  return { element, show: part(shown, opened) };
};

/** One that is over: what was told of it is asked for while somebody has unfolded it. */
const pastCard = ({ id }) => {
  const head = make("summary");
  const shown = make("div");
  const correct = folded("Correct: it was a false alarm", endForm(id, "correct", "Correct"));
  correct.hidden = true;
  const unfolded = make("details", {}, head, shown, correct);
  const name = part(head, (one) => [title(one), make("span", { class: "quiet" }, `, ${words(one.status)}, `, when(one.started_at))]);
  const write = part(shown, (one) => (one.error ? make("p", {}, one.error) : [incidentFacts(one), updates(one)]));
  const load = async () => {
    if (!unfolded.open) {
      return;
    }
    try {
      const incident = await ask(at(id, ""));
      write(incident);
      correct.hidden = incident.status !== "resolved";
    } catch (refusal) {
      write({ error: refusal.message });
    }
  };
  unfolded.addEventListener("toggle", load);
  return {
    element: make("li", { class: "card" }, unfolded),
    show: (one) => {
      name(one);
      load();
    },
  };
};

const chosen = () => {
  if (services.known.length > MOST_BOXES) {
    const typed = line({ required: "", placeholder: "chat, photos" });
    return { control: field("Services", typed, "Their ids, with commas between."), read: () => typed.value.split(",").map((one) => one.trim()).filter(Boolean) };
  }
  const boxes = services.known.map((one) => [make("input", { type: "checkbox", value: one.id }), one.name]);
  const control = make("fieldset", {}, make("legend", {}, "Services"), boxes.map(([box, name]) => make("label", { class: "box" }, box, " ", name)));
  return { control, read: () => boxes.filter(([box]) => box.checked).map(([box]) => box.value) };
};

/** The form that opens an incident by hand. */
export const beginning = () => {
  const meant = chosen();
  const state = choice([["degraded_performance", "degraded performance"], ["partial_outage", "partial outage"], ["major_outage", "major outage"]]);
  const said = texts();
  return form({
    title: "Open an incident",
    yes: "Open",
    fields: [meant.control, field("State", state), ...said.fields],
    order: () => ({ method: "POST", path: "/operator/incidents", body: { services: meant.read(), state: state.value, ...said.read() } }),
    question: "told",
  });
};

const showDrafts = cards("drafts", draftCard);
const showOpen = cards("open", openCard);
const showPast = cards("past", pastCard);

/* What keeps it from being shown is said in its place, and keeps nothing else from being shown. */
const pulled = async (id) => {
  try {
    return await preview(order(id, "approve")());
  } catch (refusal) {
    if (refusal.isOfToken) {
      throw refusal;
    }
    return { error: refusal.message };
  }
};

/** Drafts, and what waits on single channels, each with what would be told. */
const waiting = async (drafts, deliveries) => {
  const found = new Map(drafts.map((draft) => [draft.incident, draft]));
  deliveries.filter((one) => one.hold === "approval" && !found.has(one.incident)).forEach((one) => found.set(one.incident, null));
  return Promise.all([...found].map(async ([id, draft]) => ({ id, draft, foretold: await pulled(id) })));
};

export const showIncidents = async (all, deliveries) => {
  const open = all.incidents.filter((one) => !OVER.includes(one.status));
  const [drafts, whole] = await Promise.all([waiting(all.drafts, deliveries), Promise.all(open.map((one) => ask(at(one.id, ""))))]);
  showDrafts(drafts, (one) => one.id);
  showOpen(whole, (one) => one.id);
  showPast(all.incidents.filter((one) => OVER.includes(one.status)), (one) => one.id);
};

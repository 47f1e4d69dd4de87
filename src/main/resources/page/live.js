/* Without this the page says the same. With it, it says so as it happens, and in the reader's own time. */
(() => {
  "use strict";
  const { events, news, yours, hours, days, zero } = document.currentScript.dataset;

  /* How long to wait: between questions where the server tells us nothing, and before all readers ask at once. */
  const ask = 30000;
  const spread = 1000;
  const patience = 3;

  /*
   * A reader's own times are elements that the browser comes to as it reads the page, before it paints what is around them: so
   * nothing moves. How hours and days are written comes with the page: a browser's own knowledge of that costs a slow phone more
   * than all else here.
   */
  const ofDay = days.split("|");
  const ofHour = hours.split("|");
  const two = (number) => String(number).padStart(2, "0");

  /** The minutes by which a time on the page, which ends with its offset, is ahead of UTC. */
  const ahead = (machine) => {
    const [, sign, hour, minute] = /([+-])(\d\d):(\d\d)$/.exec(machine) || [, "+", "00", "00"];
    return (sign === "-" ? -1 : 1) * (Number(hour) * 60 + Number(minute));
  };

  /* The first time on the page that is another here. */
  let elsewhere = null;

  class OwnTime extends HTMLElement {
    connectedCallback() {
      const machine = this.closest("time").dateTime;
      const instant = new Date(machine);
      if (instant.getTimezoneOffset() === -ahead(machine)) {
        return;
      }
      elsewhere ??= instant;
      const onPage = new Date(instant.getTime() + ahead(machine) * 60000);
      const day = onPage.getUTCDate() === instant.getDate() ? "" : `${ofDay[instant.getDay()]} `;
      this.textContent = ` (${day}${ofHour[instant.getHours()].replace("mm", two(instant.getMinutes()))})`;
    }
  }

  class OwnZone extends HTMLElement {
    connectedCallback() {
      if (elsewhere === null) {
        return;
      }
      const minutes = -elsewhere.getTimezoneOffset();
      const size = Math.abs(minutes);
      const hour = size === 0 ? "" : `${minutes < 0 ? "-" : "+"}${Math.floor(size / 60)}`;
      const rest = size % 60 === 0 ? "" : `:${two(size % 60)}`;
      this.textContent = `${yours} (${zero}${hour}${rest})`;
    }
  }

  customElements.define("own-time", OwnTime);
  customElements.define("own-zone", OwnZone);

  let tag = null;

  const keep = () => ({
    focus: path(document.activeElement),
    open: [...document.querySelectorAll("main details")].map((one) => one.open),
    top: window.scrollY,
  });

  /** Where an element is, by the elements around it; a link by where it leads to. */
  const path = (element) => {
    if (!element || element === document.body || !element.closest("main")) {
      return null;
    }
    if (element.id) {
      return `#${CSS.escape(element.id)}`;
    }
    return element.href ? `main a[href="${CSS.escape(element.getAttribute("href"))}"]` : null;
  };

  const restore = (kept) => {
    const details = document.querySelectorAll("main details");
    if (details.length === kept.open.length) {
      details.forEach((one, index) => { one.open = kept.open[index]; });
    }
    if (kept.focus) {
      document.querySelector(kept.focus)?.focus({ preventScroll: true });
    }
    window.scrollTo(window.scrollX, kept.top);
  };

  const show = (text) => {
    const next = new DOMParser().parseFromString(text, "text/html");
    const main = next.querySelector("main");
    if (!main) {
      return;
    }
    const before = document.querySelector("main h1").textContent;
    const kept = keep();
    document.querySelector("main").replaceWith(document.adoptNode(main));
    document.title = next.title;
    document.querySelector("link[rel=icon]").href = next.querySelector("link[rel=icon]").getAttribute("href");
    document.querySelector("own-zone").connectedCallback();
    restore(kept);
    const after = document.querySelector("main h1").textContent;
    document.getElementById("news").textContent = before === after ? "" : `${news} ${after}`;
  };

  const refresh = async () => {
    try {
      const answer = await fetch(location.href, { cache: "no-cache" });
      const found = answer.headers.get("ETag");
      if (answer.ok && found !== tag) {
        if (tag !== null || document.lastModified) {
          show(await answer.text());
        }
        tag = found;
      }
    } catch {
      /* The page stays as it is; the next question may be answered. */
    }
  };

  let source = null;
  let timer = null;
  let failures = 0;

  const poll = () => {
    clearInterval(timer);
    timer = setInterval(() => { if (!document.hidden) { refresh(); } }, ask + Math.random() * spread);
  };

  const listen = () => {
    if (!("EventSource" in window)) {
      poll();
      return;
    }
    source = new EventSource(events);
    source.addEventListener("open", () => { failures = 0; clearInterval(timer); });
    source.addEventListener("update", () => { setTimeout(refresh, Math.random() * spread); });
    source.addEventListener("error", () => {
      failures += 1;
      if (source.readyState === EventSource.CLOSED || failures >= patience) {
        source.close();
        source = null;
        poll();
      }
    });
  };

  /* A tab that nobody sees holds no connection; once it is seen again, it catches up. */
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) {
      source?.close();
      source = null;
      clearInterval(timer);
    } else if (source === null) {
      failures = 0;
      refresh();
      listen();
    }
  });

  document.addEventListener("DOMContentLoaded", () => {
    if (!document.hidden) {
      listen();
    }
  });
})();

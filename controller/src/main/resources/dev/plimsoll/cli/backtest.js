// SPDX-License-Identifier: Apache-2.0
"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const colours = ["#0b5fa5", "#d1495b", "#2e8b57", "#b8860b", "#7b4fa3", "#3d8c95", "#a0522d", "#5f6b76"];
  const columns = [
    ["sloViolationRatio", "violated", v => (100 * v).toFixed(3) + " %", true],
    ["slowRequestRatio", "slow", v => (100 * v).toFixed(3) + " %", true],
    ["latencyMeanMs", "mean ms", v => v.toFixed(0)],
    ["latencyP99Ms", "p99 ms", v => v.toFixed(0), true],
    ["replicaHours", "replica-h", v => v.toFixed(1), true],
    ...(Number(data.settings["price-per-hour"] ?? 1) === 1 ? [] : [["cost", "cost", v => v.toFixed(1), true]]),
    ["allocationEfficiency", "used", v => (100 * v).toFixed(1) + " %", false],
    ["regret10", "regret10", v => v.toFixed(3), true],
    ["regret100", "regret100", v => v.toFixed(3), true],
    ["regret1000", "regret1000", v => v.toFixed(3), true],
    ["adaptations", "changes", v => v],
  ];
  const element = (tag, text, parent) => {
    const made = document.createElement(tag);
    made.textContent = text;
    parent.append(made);
    return made;
  };

  /** The oracle knows the future and static knows the peak: neither competes for "best". */
  const competes = run => !["oracle", "static"].includes(run.policy.split(":")[0]);

  function showScores(trace) {
    const table = document.getElementById("scores");
    const [head, body] = [table.tHead, table.tBodies[0]];
    head.replaceChildren();
    body.replaceChildren();
    const header = head.insertRow();
    element("th", trace.trace, header);
    columns.forEach(([, title]) => element("th", title, header));
    const best = columns.map(([name, , , small]) => {
      const values = trace.runs.filter(competes).map(r => r.scores[name]).filter(v => v !== undefined);
      if (small === undefined) return undefined;
      return small ? Math.min(...values) : Math.max(...values);
    });
    trace.runs.forEach((run, i) => {
      const row = body.insertRow();
      const cell = element("td", "", row);
      element("span", "", cell).className = "dot";
      cell.firstChild.style.background = colours[i % colours.length];
      cell.append(run.policy + (run.policy.endsWith(":grid") ? " → " + run.used : ""));
      columns.forEach(([name, , show], c) => {
        const value = run.scores[name];
        const td = element("td", value === undefined ? "–" : show(value), row);
        if (competes(run) && value === best[c]) td.className = "best";
      });
    });
    document.getElementById("legend").textContent =
      `violated: requests that arrived while latency was above ${data.slo}. ` +
      "used: busy slots as a share of those paid for. regret: what perfect foresight (oracle) would have saved, as a share of its replica-hours, when one " +
      "request in 1,000 violated costs 1 %, 10 % or 100 % of them. Bold: best of those that know neither " +
      "the future (oracle) nor the peak (static).";
  }

  function showMeans(means) {
    const table = document.getElementById("means");
    const regrets = columns.filter(([name]) => name.startsWith("regret"));
    const header = table.tHead.insertRow();
    element("th", "policy", header);
    regrets.forEach(([, title]) => element("th", title, header));
    means.forEach(mean => {
      const row = table.tBodies[0].insertRow();
      element("td", mean.policy, row);
      regrets.forEach(([name, , show]) => element("td", mean[name] === undefined ? "–" : show(mean[name]), row));
    });
    document.getElementById("all").hidden = false;
  }

  const day = "\n{MM}-{DD}";
  const clock = (unit, form) => [unit, form, day, null, day, null, null, null, 1];
  const timeAxis = {
    space: 60,
    values: [
      [86400, "{MM}-{DD}", "\n{YYYY}", null, null, null, null, null, 1],
      clock(3600, "{HH}:{mm}"),
      clock(60, "{HH}:{mm}"),
      clock(1, "{HH}:{mm}:{ss}"),
    ],
  };
  /** Short enough for the axis: 1,600,000 is 1.6M. */
  const number = v => v >= 1e5
    ? v.toLocaleString("en", {notation: "compact", maximumFractionDigits: 2})
    : v.toLocaleString("en", {maximumFractionDigits: 6});
  const milliseconds = v => v >= 1000 ? number(v / 1000) + " s" : number(v) + " ms";
  let plots = [];

  const width = room => Math.max(280, room.clientWidth);
  addEventListener("resize", () => plots.forEach(p => p.setSize({width: width(p.root.parentElement), height: p.height})));

  /** The axes are equally wide in all charts, so that an instant is at the same place in each. */
  function plot(target, times, series, options) {
    const room = document.getElementById(target);
    const label = v => v === null ? null : options.label(v);
    const shown = (_, v) => v === null ? "--" : options.label(v);
    const made = new uPlot({
      width: width(room),
      height: options.height,
      tzDate: ts => uPlot.tzDate(new Date(ts * 1000), "UTC"),
      cursor: {sync: {key: "time"}},
      scales: {x: {time: true}, y: options.scale},
      axes: [timeAxis, {size: 70, values: (_, splits) => splits.map(label)}],
      series: [{value: "{YYYY}-{MM}-{DD} {HH}:{mm}"}, ...series.map(s => ({value: shown, ...s.style}))],
    }, [times, ...series.map(s => s.values)], room);
    plots.push(made);
  }

  /** The policies whose lines would lie over those of the others, or far from them. */
  function quiet(trace) {
    const names = trace.runs.map(run => run.policy);
    const found = names.filter(name => ["static", "threshold"].includes(name));
    return found.length < names.length ? found : [];
  }

  function show(trace) {
    plots.forEach(p => p.destroy());
    plots = [];
    showScores(trace);
    const hidden = quiet(trace);
    document.getElementById("hidden").textContent = hidden.length === 0 ? "" :
      `: ${hidden.join(" and ")} ${hidden.length > 1 ? "are" : "is"} hidden at first`;
    const times = trace.need.map((_, i) => trace.start + i * trace.bucketSeconds);
    const runs = pick => trace.runs.map((run, i) => ({
      values: pick(run),
      style: {label: run.policy, stroke: colours[i % colours.length], width: 1.3, show: !hidden.includes(run.policy)},
    }));
    const area = (label, values) => ({
      values,
      style: {label, stroke: "#9aa7b3", fill: "rgba(120,140,160,.22)", width: 1},
    });
    plot("supply", times, [area("needed", trace.need), ...runs(r => r.supply)], {height: 360, scale: {}, label: number});
    plot("demand", times, [area("demand", trace.demand)], {height: 220, scale: {}, label: number});
    const slo = {values: times.map(() => data.sloMs), style: {label: data.slo, stroke: "#c00", dash: [6, 4], width: 2}};
    const positive = values => values.map(v => v > 0 ? v : null);
    plot("latency", times, [...runs(r => positive(r.latencyMs)), slo], {height: 260, scale: {distr: 3}, label: milliseconds});
  }

  const select = document.getElementById("trace");
  data.traces.forEach((trace, i) => element("option", trace.trace, select).value = i);
  document.getElementById("choice").hidden = data.traces.length < 2;
  select.addEventListener("change", () => show(data.traces[select.value]));
  const settings = document.getElementById("settings");
  data.shown.forEach(setting => {
    element("code", setting, settings);
    settings.append(" ");
  });
  const caveats = document.getElementById("caveats");
  data.caveats.forEach(caveat => element("p", caveat + ".", caveats).className = "caveat");
  caveats.hidden = data.caveats.length === 0;
  document.title = data.title;
  document.getElementById("title").textContent = data.title;
  document.getElementById("subject").textContent = data.subject;
  if (data.means) showMeans(data.means);
  show(data.traces[0]);
})();

// SPDX-License-Identifier: Apache-2.0
"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const place = id => document.getElementById(id);
  const element = (tag, text, parent) => {
    const made = document.createElement(tag);
    made.textContent = text;
    parent.append(made);
    return made;
  };

  function fill(table, content) {
    const header = table.createTHead().insertRow();
    content.header.forEach(title => element("th", title, header));
    const body = table.tBodies[0] ?? table.createTBody();
    content.rows.forEach(cells => {
      const row = body.insertRow();
      cells.forEach(cell => element("td", cell, row));
    });
  }

  function showModel(model) {
    const row = place("models").tBodies[0].insertRow();
    element("td", model.name, row);
    const share = element("td", "", row);
    const bar = element("span", "", share);
    bar.className = "bar";
    bar.style.width = 6 * model.share + "rem";
    share.append((100 * model.share).toFixed(0) + " %");
  }

  function showForecast(part) {
    const table = element("table", "", place("forecasts"));
    if (part.origin) table.createCaption().textContent = part.origin;
    fill(table, part);
  }

  document.title = data.title;
  place("title").textContent = data.title;
  place("subject").textContent = data.subject;
  place("maker").textContent = data.maker;
  place("note").textContent = data.note;
  place("well").hidden = data.symptoms.length > 0;
  data.symptoms.forEach(symptom => element("li", symptom, place("symptoms")));
  data.models.forEach(showModel);
  fill(place("scores"), data.scores);
  data.forecasts.forEach(showForecast);
})();

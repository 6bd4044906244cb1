/* The choice of rows stands in the address. */
const form = document.querySelector("form.filter");
const rows = [...document.querySelectorAll(`table.${form.dataset.filter} tbody tr`)];
const selects = [...form.querySelectorAll("select")];
const given = new URLSearchParams(location.search);
selects.forEach((s) => { if ([...s.options].some((o) => o.value === given.get(s.name))) s.value = given.get(s.name); });
const choose = () => {
  const chosen = selects.filter((s) => s.value);
  rows.forEach((row) => (row.hidden = !chosen.every((s) => row.dataset[s.name].split(" ").includes(s.value))));
  form.querySelector("output").value = `${rows.filter((r) => !r.hidden).length} of ${rows.length} acts`;
  const query = new URLSearchParams(chosen.map((s) => [s.name, s.value])).toString();
  history.replaceState(null, "", query ? `?${query}` : location.pathname);
};
form.addEventListener("change", choose);
form.addEventListener("reset", () => setTimeout(choose));
form.hidden = false;
choose();

// carbone: the template rendered for every document, one after the other.
const fs = require("fs");
const path = require("path");
const [job, output, node] = process.argv.slice(2);
const carbone = require(path.join(node, "carbone"));
const contexts = JSON.parse(fs.readFileSync(path.join(job, "flat.json"), "utf8"));
const start = process.hrtime.bigint();
function next(number) {
  if (number === contexts.length) {
    const seconds = Number(process.hrtime.bigint() - start) / 1e9;
    process.stdout.write(JSON.stringify({ seconds }), () => process.exit(0));
    return;
  }
  carbone.render(path.join(job, "carbone.docx"), contexts[number], (error, data) => {
    if (error) throw error;
    fs.writeFileSync(path.join(output, String(number).padStart(6, "0") + ".docx"), data);
    setImmediate(next, number + 1);
  });
}
next(0);

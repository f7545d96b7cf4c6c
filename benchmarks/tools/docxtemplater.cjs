// docxtemplater: a new instance for every document, as its documentation shows; line breaks on.
const fs = require("fs");
const path = require("path");
const [job, output, node] = process.argv.slice(2);
const PizZip = require(path.join(node, "pizzip"));
const Docxtemplater = require(path.join(node, "docxtemplater"));
const template = fs.readFileSync(path.join(job, "docxtemplater.docx"));
const contexts = JSON.parse(fs.readFileSync(path.join(job, "flat.json"), "utf8"));
const start = process.hrtime.bigint();
contexts.forEach((context, number) => {
  const document = new Docxtemplater(new PizZip(template), { paragraphLoop: true, linebreaks: true });
  document.render(context);
  const data = document.getZip().generate({ type: "nodebuffer", compression: "DEFLATE" });
  fs.writeFileSync(path.join(output, String(number).padStart(6, "0") + ".docx"), data);
});
const seconds = Number(process.hrtime.bigint() - start) / 1e9;
process.stdout.write(JSON.stringify({ seconds }));

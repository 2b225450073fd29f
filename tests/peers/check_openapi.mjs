// usage: node check_openapi.mjs DOCUMENT.json ANSWERS.jsonl   SPDX-License-Identifier: GPL-3.0-or-later
// Checks the document against the OpenAPI 3.1 meta-schema, and every recorded answer {method, pattern, status, type, body}
// against the schema the document gives for it. Prints one line per fault; exit 1 if there is one.
import {readFileSync} from 'node:fs';
import {Validator} from '@seriousme/openapi-schema-validator';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

const [, , documentFile, answersFile] = process.argv;
const doc = JSON.parse(readFileSync(documentFile, 'utf8'));
const faults = [];

const meta = await new Validator().validate(structuredClone(doc));
if (!meta.valid) faults.push(`document: ${JSON.stringify(meta.errors)}`);
if (doc.openapi !== '3.1.0') faults.push('document: not OpenAPI 3.1.0');

const ajv = new Ajv2020({strict: true, allErrors: true, allowUnionTypes: false});
addFormats(ajv);
ajv.addFormat('password', true);
ajv.addVocabulary(['components']);
ajv.addSchema({$id: 'doc', components: doc.components});
// Every schema compiles in strict mode, used or not.
for (const name of Object.keys(doc.components.schemas)) {
  try {
    ajv.compile({$ref: `doc#/components/schemas/${name}`});
  } catch (error) {
    faults.push(`schema ${name}: ${error.message}`);
  }
}

let checked = 0;
for (const line of readFileSync(answersFile, 'utf8').split('\n').filter(Boolean)) {
  const answer = JSON.parse(line);
  const where = `${answer.method} ${answer.pattern} ${answer.status}`;
  const operation = doc.paths[answer.pattern]?.[answer.method.toLowerCase()];
  if (!operation) { faults.push(`${where}: not in the document`); continue; }
  const response = operation.responses[String(answer.status)] ?? operation.responses.default;
  if (!answer.body) {
    if (response.content) faults.push(`${where}: no body`);
    continue;
  }
  const media = response.content?.[answer.type];
  if (!media) { faults.push(`${where}: type ${answer.type} is not in the document`); continue; }
  const validate = ajv.compile({$ref: 'doc' + media.schema.$ref});
  if (!validate(JSON.parse(answer.body))) faults.push(`${where}: ${ajv.errorsText(validate.errors)} in ${answer.body}`);
  ++checked;
}
for (const fault of faults) console.log(fault);
console.log(`${checked} answers checked`);
process.exit(faults.length ? 1 : 0);

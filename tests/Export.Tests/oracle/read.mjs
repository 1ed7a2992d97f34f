// Reads an Arrow stream from a file and prints its columns, then one line a row with values told apart to the last bit.
import { readFileSync, writeSync } from "node:fs";
import { RecordBatchReader, DataType } from "apache-arrow";

const bits = new DataView(new ArrayBuffer(8));
const hex = (text) => Buffer.from(text, "utf8").toString("hex");

function signed(words) {
  let value = 0n;
  for (let index = words.length - 1; index >= 0; index--) value = (value << 32n) | BigInt(words[index] >>> 0);
  return BigInt.asIntN(words.length * 32, value).toString();
}

function told(value, type) {
  if (value === null || value === undefined) return "~";
  if (DataType.isDictionary(type)) return told(value, type.dictionary);
  if (DataType.isList(type)) return `[${[...value].map((item) => told(item, type.children[0].type)).join(" ")}]`;
  if (DataType.isStruct(type)) return `{${type.children.map((child) => told(value[child.name], child.type)).join(" ")}}`;
  if (DataType.isUtf8(type) || DataType.isLargeUtf8(type)) return hex(value);
  if (DataType.isDecimal(type)) return signed(value);
  if (DataType.isBinary(type)) return Buffer.from(value).toString("hex");
  if (DataType.isFloat(type)) {
    bits.setFloat64(0, value);
    return bits.getBigUint64(0).toString(16);
  }
  return String(value);
}

const reader = await RecordBatchReader.from(readFileSync(process.argv[2]));
await reader.open();
const fields = reader.schema.fields;
let text = `${fields.map((field) => `${field.name}:${field.type}${field.nullable ? "?" : ""}`).join(",")}\n`;
for (const batch of reader) {
  const vectors = fields.map((_, column) => batch.getChildAt(column));
  for (let row = 0; row < batch.numRows; row++) {
    text += `${vectors.map((vector, column) => told(vector.get(row), fields[column].type)).join(",")}\n`;
    if (text.length > 1 << 20) {
      writeSync(1, text);
      text = "";
    }
  }
}
writeSync(1, text);

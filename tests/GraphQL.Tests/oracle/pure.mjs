// A schema whose resolvers follow from the field, its arguments and the depth alone: the twin of PureResolver.cs.
const pureSchemas = new Map();

// Of either edition of graphql-js, whose schemas do not mix.

export function pureSchemaOf(graphql, sdl) {
  const key = `${graphql.version} ${sdl}`;
  if (!pureSchemas.has(key)) {
    const schema = graphql.buildSchema(sdl);
    for (const type of Object.values(schema.getTypeMap())) {
      if (graphql.isAbstractType(type)) type.resolveType = (node) => node.type;
      if (!graphql.isObjectType(type) || type.name.startsWith("__")) continue;
      for (const field of Object.values(type.getFields()))
        field.resolve = (node, given) => {
          const depth = node?.depth ?? 0;
          const hash = hashOf(`${type.name}.${field.name}(${written(given)})@${depth}`);
          if (hash % 13 === 0) throw new Error("failed");
          return valueOf(graphql, schema, field.type, hash, depth);
        };
    }
    pureSchemas.set(key, schema);
  }
  return pureSchemas.get(key);
}

function valueOf(graphql, schema, type, hash, depth) {
  if (hash % 7 === 0) return null;
  const nullable = graphql.getNullableType(type);
  if (graphql.isListType(nullable)) return Array.from({ length: hash % 4 }, (_, index) => valueOf(graphql, schema, nullable.ofType, hashOf(`${hash}/${index}`), depth));
  if (graphql.isEnumType(nullable)) return nullable.getValues()[hash % nullable.getValues().length].name;
  if (graphql.isScalarType(nullable)) return { Int: (hash % 1000) - 500, Float: (hash % 1000) / 4, Boolean: hash % 2 === 0 }[nullable.name] ?? `s${hash % 100}`;
  const possible = graphql.isAbstractType(nullable) ? schema.getPossibleTypes(nullable).map(({ name }) => name).sort() : [nullable.name];
  return { type: possible[hash % possible.length], depth: depth + 1 };
}

function written(value) {
  if (value === null || value === undefined) return "null";
  if (Array.isArray(value)) return `[${value.map((item) => `${written(item)},`).join("")}]`;
  if (typeof value === "object") return `{${Object.keys(value).sort().map((name) => `${name}:${written(value[name])},`).join("")}}`;
  return typeof value === "string" ? `"${value}"` : String(value);
}

function hashOf(text) {
  let hash = 2166136261;
  for (const byte of Buffer.from(text, "utf8")) hash = Math.imul(hash ^ byte, 16777619) >>> 0;
  return hash;
}


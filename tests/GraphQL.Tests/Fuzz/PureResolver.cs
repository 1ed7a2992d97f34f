using System.Collections;
using System.Globalization;
using System.Text;
using ProdSales.GraphQL.Execution.Resolution;
using ProdSales.GraphQL.Types;
using ProdSales.GraphQL.Types.Building;

namespace ProdSales.GraphQL.Tests.Fuzz;

/// <summary>Resolvers whose results follow from the field, its arguments and the depth alone, so that two servers give the same: the twin of those in <c>reference.mjs</c>.</summary>
internal sealed class PureResolver
{
    private GraphQLSchema? _schema;

    public GraphQLSchema Build(string sdl)
    {
        SchemaBuilder builder = new SchemaBuilder().AddSdl(sdl);
        foreach (TypeBuilder type in builder.Types)
        {
            switch (type)
            {
                case FieldsTypeBuilder { IsInterface: true } contract:
                    contract.ResolveType(value => ((Node)value).Type);
                    break;
                case FieldsTypeBuilder fields:
                    fields.Fields.ToList().ForEach(field => field.Resolve(Resolve));
                    break;
                case UnionBuilder union:
                    union.ResolveType(value => ((Node)value).Type);
                    break;
            }
        }

        return _schema = builder.Build();
    }

    private object? Resolve(FieldContext context)
    {
        int depth = (context.Source as Node)?.Depth ?? 0;
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"{context.Field.ParentType.Name}.{context.Field.Definition.Name}(");
        Write(text, context.Arguments.Values);
        uint hash = Hash(text.Append(CultureInfo.InvariantCulture, $")@{depth}").ToString());
        return hash % 13 == 0 ? new GraphQLError("failed", "failed") : Value(context.Field.Definition.Type, hash, depth);
    }

    private object? Value(GraphType type, uint hash, int depth)
    {
        if (hash % 7 == 0)
        {
            return null;
        }

        switch (type.Nullable)
        {
            case ListType list:
                return Enumerable.Range(0, (int)(hash % 4)).Select(index => Value(list.Item, Hash($"{hash}/{index}"), depth)).ToArray();
            case EnumType values:
                return values.Values[(int)(hash % (uint)values.Values.Count)].Name;
            case ScalarType scalar:
                return scalar.Name switch
                {
                    "Int" => (int)(hash % 1000) - 500,
                    "Float" => (hash % 1000) / 4.0,
                    "Boolean" => hash % 2 == 0,
                    _ => $"s{hash % 100}",
                };
            default:
                string[] possible = [.. _schema!.PossibleTypes((NamedType)type.Nullable).Select(candidate => candidate.Name).Order(StringComparer.Ordinal)];
                return new Node(possible[(int)(hash % (uint)possible.Length)], depth + 1);
        }
    }

    private static void Write(StringBuilder text, object? value)
    {
        switch (value)
        {
            case null:
                text.Append("null");
                break;
            case bool flag:
                text.Append(flag ? "true" : "false");
                break;
            case string word:
                text.Append('"').Append(word).Append('"');
                break;
            case IReadOnlyDictionary<string, object?> fields:
                text.Append('{');
                foreach ((string name, object? held) in fields.OrderBy(field => field.Key, StringComparer.Ordinal))
                {
                    text.Append(name).Append(':');
                    Write(text, held);
                    text.Append(',');
                }

                text.Append('}');
                break;
            case IEnumerable items:
                text.Append('[');
                foreach (object? item in items)
                {
                    Write(text, item);
                    text.Append(',');
                }

                text.Append(']');
                break;
            default:
                text.Append(CultureInfo.InvariantCulture, $"{value}");
                break;
        }
    }

    /// <summary>FNV-1a over the UTF-8 bytes.</summary>
    private static uint Hash(string text)
    {
        uint hash = 2166136261;
        foreach (byte one in Encoding.UTF8.GetBytes(text))
        {
            hash = (hash ^ one) * 16777619;
        }

        return hash;
    }

    private sealed record Node(string Type, int Depth);
}
